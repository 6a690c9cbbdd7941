"""What the clinic knows: anatomy, blocks, responses and rules, with the standard library only."""

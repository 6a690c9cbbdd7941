"""What a person in the clinic does: one function per action, with its permission and its transaction."""

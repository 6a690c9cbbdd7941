"""Random, seeded use of the whole program over the sample clinic: `make monkey`."""

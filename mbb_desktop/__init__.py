"""MBB Desktop records diagnostic medial branch blocks and writes their papers."""

__version__ = "0.1.0"

"""What an input says when it cannot read what was typed."""


class NotUnderstood(ValueError):
    """What was typed has no single meaning; the message says what to type."""

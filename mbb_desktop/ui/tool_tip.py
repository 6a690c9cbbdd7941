"""Tool tips that show typed text as typed: Qt takes one with a tag in it for a page and loads pictures."""

from html import escape


def plain_tip(text: str) -> str:
    """The text as a tool tip that Qt never reads as markup."""
    return f"<qt>{escape(text)}</qt>" if "<" in text or "&" in text else text

"""Inputs and segments that stand close together where much has to fit on one screen."""

from mbb_desktop.ui import theme


def compact() -> str:
    """The style of a low segment or field, at the size of text that the person chose."""
    return (
        f"min-height: {theme.px(16)}px; padding: {theme.px(3)}px {theme.px(7)}px; font-size: {theme.px(12)}px"
    )


def compact_field() -> str:
    """The style of a low field for a number."""
    return f"min-height: {theme.px(16)}px; padding: {theme.px(3)}px {theme.px(6)}px"

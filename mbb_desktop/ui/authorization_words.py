"""Authorizations in a few words, the same on every screen: an icon with its tone, a chip, a sentence."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.authorization import Authorization, AuthorizationState, Unnamed
from mbb_desktop.clinical.authorized import Cover, Covered
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.chips import Chip, Mark
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Tone
from mbb_desktop.ui.person_words import capital

translate = QCoreApplication.translate

ICON = "credit-card"

_TONES: dict[Cover, Tone] = {
    Cover.COVERS: "neutral",
    Cover.NOT_NEEDED: "neutral",
    Cover.WAITING: "warn",
    Cover.NOT_KNOWN: "warn",
    Cover.DIFFERS: "danger",
}
_STATES: dict[AuthorizationState | None, tuple[Tone, str]] = {
    AuthorizationState.REQUESTED: ("info", "clock"),
    AuthorizationState.APPROVED: ("ok", "circle-check"),
    AuthorizationState.PARTLY: ("warn", "circle-half"),
    AuthorizationState.DENIED: ("danger", "circle-x"),
    AuthorizationState.NOT_NEEDED: ("neutral", "check"),
    AuthorizationState.IN_ERROR: ("neutral", "ban"),
}


def cover_tone(found: Covered) -> Tone:
    """Neutral is fine, warn is to mind, danger stops."""
    return _TONES[found.cover]


def nothing_entered(found: Covered) -> bool:
    """Whether nobody has entered anything about it."""
    return found.cover is Cover.NOT_KNOWN and found.by is None and not found.reasons


def cover_mark(found: Covered) -> Mark:
    """The mark of a row; dashed while nothing was entered."""
    if nothing_entered(found):
        return Mark(ICON, "neutral", found.short, asked=False)
    return Mark(ICON, cover_tone(found), cover_words(found))


def cover_words(found: Covered) -> str:
    """Short where it is settled, the whole sentence where something is to be done."""
    if found.settled or nothing_entered(found):
        return found.short
    return found.sentence.rstrip(".")


def short_chip(found: Covered) -> Chip:
    """The few words of a list, which name no joint and no side."""
    return Chip(found.short, "neutral" if nothing_entered(found) else cover_tone(found), ICON)


def state_chip(each: Authorization, today: date) -> Chip:
    """The payer's answer; an approval whose last day has passed has expired."""
    if each.expired(today):
        return Chip(translate("authorization", "Expired"), "warn", "clock")
    tone, icon = _STATES.get(each.state, ("neutral", "info"))
    return Chip(capital(each.state.value) if each.state else "", tone, icon)


def about_words(each: Authorization) -> str:
    """`L4-5 and L5-S1, left and right; 64493, 64494; 2 sessions; 01-Nov-2026 to 31-Dec-2026`."""
    parts = (
        localized(each.where),
        _both(each),
        ", ".join(each.codes),
        _sessions(each),
        _days(each),
        each.note,
    )
    return "; ".join(filter(None, parts))


def _both(each: Authorization) -> str:
    stated = Unnamed.PAIRS in each.unnamed and len(each.joints) > 1 and len(each.sides) > 1
    return translate("authorization", "both sides of each joint") if stated else ""


def _sessions(each: Authorization) -> str:
    if each.sessions is None:
        return ""
    if each.sessions == 1:
        return translate("authorization", "1 session")
    return translate("authorization", "{0} sessions").format(each.sessions)


def _days(each: Authorization) -> str:
    if each.state is AuthorizationState.REQUESTED:
        asked = each.requested_on
        return translate("authorization", "asked on {0}").format(show_date(asked)) if asked else ""
    if each.state is AuthorizationState.DENIED:
        said = each.decided_on
        return translate("authorization", "answered on {0}").format(show_date(said)) if said else ""
    if each.valid_from is None and each.valid_to is None:
        return ""
    first = show_date(each.valid_from) if each.valid_from else translate("authorization", "not known")
    last = show_date(each.valid_to) if each.valid_to else translate("authorization", "not known")
    return translate("authorization", "{0} to {1}").format(first, last)


def named_words(each: Authorization) -> str:
    """`AB-1204 of Northfield Health`, as far as it is in our record."""
    number = each.number or localized(phrase("authorization.no_number"))
    return translate("authorization", "{0} of {1}").format(number, each.payer) if each.payer else number

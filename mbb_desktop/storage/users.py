"""The people with an account."""

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import USERS

_COLUMNS = USERS.table.c


def active(look: Look) -> tuple[User, ...]:
    """Everybody who may work, by name."""
    return look.where(User, _COLUMNS.active.is_(True), order=(_COLUMNS.name, _COLUMNS.id))


def physicians(look: Look) -> tuple[User, ...]:
    """The physicians among them."""
    return tuple(user for user in active(look) if Role.PHYSICIAN in user.roles)

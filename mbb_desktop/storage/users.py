"""The people with an account."""

from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import SIGNING_KEY, USERS

_COLUMNS = USERS.table.c


def active(look: Look) -> tuple[User, ...]:
    """Everybody who may work, by name."""
    return look.where(User, _COLUMNS.active.is_(True), order=(_COLUMNS.name, _COLUMNS.id))


def physicians(look: Look) -> tuple[User, ...]:
    """The physicians among them."""
    return tuple(user for user in active(look) if Role.PHYSICIAN in user.roles)


def public_keys(look: Look, user_id: UUID) -> tuple[bytes, ...]:
    """The public signing keys that were ever recorded for a person, the first first."""
    keys = (
        sa.select(SIGNING_KEY.c.public)
        .where(SIGNING_KEY.c.user_id == user_id)
        .order_by(SIGNING_KEY.c.recorded_at)
    )
    return tuple(look.connection.execute(keys).scalars())

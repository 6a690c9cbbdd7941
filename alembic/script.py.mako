"""${message}

What changes for the clinic:

A rebuilt table loses its guards (storage/guards.py) and its WITHOUT ROWID: give them back in the same step.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}

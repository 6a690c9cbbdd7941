"""Run migrations on the connection that the program hands over, or on a throw-away file for developers."""

import sqlalchemy as sa
from alembic import context


def run(connection: sa.Connection, metadata: sa.MetaData | None) -> None:
    """Run every step in the caller's transaction; SQLite rebuilds tables where it cannot alter them."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        transactional_ddl=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    run(handed_over, context.config.attributes.get("metadata"))
else:
    from mbb_desktop.storage.tables import METADATA  # for `alembic revision --autogenerate` only

    with sa.create_engine("sqlite://").begin() as scratch:
        run(scratch, METADATA)

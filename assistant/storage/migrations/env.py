"""What Alembic runs: the connection and its transaction are handed in by `assistant.storage.schema`."""

from alembic import context

from assistant.storage.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()

"""Alembic's folder: it is shipped with the package and run from code (`assistant.storage.schema`)."""

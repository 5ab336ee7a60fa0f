"""The database: tables, migrations, one repository a file, and the unit of work that joins them."""

from assistant.storage.storage import Storage, open_storage

__all__ = ["Storage", "open_storage"]

"""Where records are kept: an encrypted store, its keys, its history and its backups."""

"""Outside formats read into records and written from them; nothing here decides for a person."""

"""The map of people as it is seen, moved about and listed; nothing here knows a record or decides what is shown."""

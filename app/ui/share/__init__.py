"""The pages that are turned to a family; nothing here knows a record, only what may be shown of it."""

"""Reading what can still be read of a damaged vault, page by page, without opening it; nothing here writes anything."""

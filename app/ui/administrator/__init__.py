"""The administrator's pages: people's accounts, and no family anywhere."""

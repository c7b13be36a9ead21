"""The courier between vault and endpoint; it never holds a transaction while it waits for the network."""

"""Windows, pages and their look; never SQL, HTTP, key material or a rule of the practice."""

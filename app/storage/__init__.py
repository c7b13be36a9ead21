"""The encrypted vault on this laptop; the only room that knows SQL, and it never recreates what will not open."""

"""The window and its rooms: who is where, and the way from one page to the next; no rule of the practice is here."""

"""How fast the program is, as ratios to the least code that does the same; nothing in `app` may import this."""

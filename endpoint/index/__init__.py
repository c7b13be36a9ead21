"""The child index's own rules: who is like whom, and what may be shown; no SQL, no HTTP, and nothing is ever merged."""

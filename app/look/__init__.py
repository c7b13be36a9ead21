"""The look: tokens, theme and the small widgets every screen is made of; it knows no form, no record and no person."""

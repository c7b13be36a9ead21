"""The field's nouns and rules, pure: no clock, file, window, database or network may be touched here."""

"""One file for each step, in the order their names say; no step imports the tables of today."""

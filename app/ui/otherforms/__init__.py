"""Pages for the forms that are none of the program's own steps."""

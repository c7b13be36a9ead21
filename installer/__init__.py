"""Makes the folder that is handed to a person: the program, the Python it runs on, and nothing of tests or endpoint."""

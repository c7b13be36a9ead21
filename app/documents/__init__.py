"""Pages on paper, made offline from released views alone; what is withheld never reaches a function in this room."""

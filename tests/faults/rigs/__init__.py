"""Rigs that break the program on purpose and look at what is left; none is ever imported by the program itself."""

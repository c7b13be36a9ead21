"""Drives the real windows through a whole family's visit; never part of the program that is shipped."""

"""Freezing, signing, sealing and opening records; keys are handed in, and nothing here touches a file or a network."""

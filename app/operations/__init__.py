"""What a person can do, one verb to a function, each in one transaction; never a window and never the network."""

"""What a laptop and the endpoint say to each other, and nothing else: no file, no socket, no private key."""

"""The coordinator's pages: what families released to the desk, and nothing they held back."""

"""The one-folder build for Linux, its size, and the package for Debian."""

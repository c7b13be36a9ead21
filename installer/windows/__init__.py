"""The one-folder build for Windows and its installer; written with care, and never yet run there."""

"""Arguments in, exit code out; nothing else."""

from __future__ import annotations

import sys

from endpoint.cli import main

if __name__ == "__main__":
    sys.exit(main())

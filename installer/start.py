"""Where the frozen program starts; it is the command ``ecaf`` and nothing else."""

import sys

from app.__main__ import main

sys.exit(main())

"""The command ``ecaf``: arguments in, exit code out; nothing else happens here."""

import argparse
import sys
from pathlib import Path

from app.main import run
from app.paths import default_home


def main() -> int:
    """Read the command line and run the program."""
    parser = argparse.ArgumentParser(prog="ecaf", description="eCAF Desktop")
    parser.add_argument("--home", type=Path, default=default_home(), help="where vaults and logs stand on this laptop")
    return run(parser.parse_args().home)


if __name__ == "__main__":
    sys.exit(main())

"""The command ``ecaf``: arguments in, exit code out; nothing else happens here."""

import argparse
import sys
from pathlib import Path

from app.hardening import leave_no_dump
from app.paths import default_home


def main() -> int:
    """Read the command line and run the program, or try whether this copy of it is whole."""
    leave_no_dump()
    parser = argparse.ArgumentParser(prog="ecaf", description="eCAF Desktop")
    parser.add_argument("--home", type=Path, default=default_home(), help="where vaults and logs stand on this laptop")
    parser.add_argument("--selftest", action="store_true", help="try every part of this copy once: 0 when all are good")
    seen = "let other programs take pictures of the window: for a magnifier, or for help from afar"
    parser.add_argument("--in-pictures", action="store_true", help=seen)
    parser.add_argument("--parse", metavar="ROOT", help=argparse.SUPPRESS)  # how it reads what came on a stick
    arguments = parser.parse_args()
    if arguments.parse is not None:
        from app.sync.parcel_child import run as parse

        return parse(arguments.parse)
    if arguments.selftest:
        from app import selftest

        return selftest.run()
    from app.main import run

    return run(arguments.home, in_pictures=arguments.in_pictures)


if __name__ == "__main__":
    sys.exit(main())

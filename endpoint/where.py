"""What every command of the operator's has in common: which endpoint is meant; nothing is opened here."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_where(command: argparse.ArgumentParser) -> None:
    """Let a command be told which endpoint is meant, by its folder or by a settings file that names it."""
    command.add_argument(
        "--data", "--folder", dest="folder", type=Path, metavar="DIR", help="where the endpoint keeps everything"
    )
    command.add_argument("--config", type=Path, metavar="FILE", help="a settings file in TOML")

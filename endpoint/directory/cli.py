"""``ecaf-endpoint directory``: the words of whoever looks after the service directory."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from endpoint.directory.feed import FeedBroken
from endpoint.directory.importing import Imported, import_feed
from endpoint.office import open_door
from endpoint.settings import Settings
from endpoint.where import add_where

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name


def add_directory(commands: _Commands) -> None:
    """Add what can be said about the service directory."""
    directory = commands.add_parser("directory", help="see to the directory of services that may help")
    acts = directory.add_subparsers(required=True, metavar="ACT")
    bring = acts.add_parser("import", help="put a feed in Open Referral UK 3.0 in the place of the directory in force")
    bring.add_argument("source", type=Path, metavar="FILE|FOLDER", help="a list of services, or pages of /services")
    bring.add_argument("--local", type=Path, help="the authority's own needs and levels, and the terms for them")
    add_where(bring)
    bring.set_defaults(command=_import)


def _import(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        try:
            done = import_feed(door, chosen.source, chosen.local)
        except FeedBroken as broken:
            for sentence in broken.sentences:
                print(sentence, file=sys.stderr)
            print("Nothing was changed. The directory in force stays as it is.", file=sys.stderr)
            return 1
    _say(done)
    return 0


def _say(done: Imported) -> None:
    for warning in done.warnings:
        print(warning, file=sys.stderr)
    print(f"{done.services} services are in force, as edition {done.serial}. Laptops fetch it by themselves.")
    if done.left_out:
        print(f"{done.left_out} of them are inactive or defunct. They are kept here and not shown to anyone.")
    if done.undated:
        print(f"Of {done.undated} it is not said when somebody last checked them. Each is shown with that.")

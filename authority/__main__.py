"""``python -m authority``: the three things an authority does at its own desk."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from authority.letter import letter
from authority.office import ROLES, Office, write_invitation


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.command(chosen)
    except FileExistsError:
        return _refuse(f"{chosen.folder} already holds an authority. Nothing was changed.")
    except FileNotFoundError:
        return _refuse(f'{chosen.folder} holds no authority. Please make one with "new" first.')
    return 0


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="authority", description="The authority's own desk, offline.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    new = commands.add_parser("new", help="make an authority's keys and directory")
    new.add_argument("--name", required=True)
    new.add_argument("--code", required=True, help="its GSS code, such as E06000099")
    new.add_argument("--practice", action="store_true", help="for made-up families only")
    new.set_defaults(command=_new)
    invite = commands.add_parser("invite", help="invite one person; prints their letter")
    for name in ("--name", "--job", "--agency"):
        invite.add_argument(name, required=True)
    invite.add_argument("--role", choices=ROLES, required=True)
    invite.add_argument("--address", required=True, help="the endpoint's address, for the letter")
    invite.add_argument("--out", type=Path, required=True, help="where the endpoint's invitation file goes")
    invite.set_defaults(command=_invite)
    commands.add_parser("show", help="show the directory").set_defaults(command=_show)
    for command in commands.choices.values():
        command.add_argument("folder", type=Path)
    return parser


def _new(chosen: argparse.Namespace) -> None:
    office = Office.create(chosen.folder, name=chosen.name, code=chosen.code, practice=chosen.practice)
    print(f"{office.offline}: keep this offline. {office.for_the_endpoint}: hand this to the endpoint.")


def _invite(chosen: argparse.Namespace) -> None:
    office = Office.open(chosen.folder)
    code, signed = office.invite(name=chosen.name, job=chosen.job, agency=chosen.agency, role=chosen.role)
    file = write_invitation(signed, chosen.out)
    print(letter(signed.invitation, office.directory().directory, chosen.address, code))
    print(f"For the endpoint: {file}")


def _show(chosen: argparse.Namespace) -> None:
    shown = msgspec.json.encode(Office.open(chosen.folder).directory())
    print(msgspec.json.format(shown, indent=1).decode())


if __name__ == "__main__":
    sys.exit(main())

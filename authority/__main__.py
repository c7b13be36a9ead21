"""``python -m authority``: what an authority does at its own desk."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from getpass import getpass
from itertools import combinations
from pathlib import Path

import msgspec

from authority.deskkeys import KEYS_FILE, NotMade, new_desk_key, read_coordinators, without
from authority.holders import SEATS, WrongCodes
from authority.letter import holder_letter, letter
from authority.office import ESCROW_KEYS, ROLES, Office, write_invitation
from authority.orders import give_order, give_policy, renew_receipt_key, write
from authority.pinning import NotPinned, pin_keys
from protocol.certificates import check_certificate
from protocol.codec import decode, encode, parse
from protocol.codes import MistypedCode
from protocol.escrow import EscrowRequest, fingerprint
from protocol.messages import Certificate
from protocol.moving import letters_of
from protocol.orders import OrderKind
from protocol.problems import Refused

PAIRS = tuple(a + b for a, b in combinations(SEATS, 2))


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        chosen.command(chosen)
    except FileExistsError:
        return _refuse(f"{chosen.folder} already holds an authority. Nothing was changed.")
    except FileNotFoundError:
        return _refuse(f'{chosen.folder} holds no authority. Please make one with "new" first.')
    except (NotAnswered, NotMade, NotPinned, WrongCodes, MistypedCode, Refused) as refusal:
        return _refuse(_words(refusal))
    return 0


class NotAnswered(Exception):
    """The holders did not go on; nothing was opened."""


def _words(refusal: Exception) -> str:
    match refusal:
        case WrongCodes():
            return "These two codes do not open this key together. Please look at the key and the seats on the papers."
        case MistypedCode():
            return "There is a slip in one of the codes. Please compare it with the paper, four characters at a time."
        case Refused():
            return "This file cannot be answered here: it is damaged, or meant for another key or authority."
    return str(refusal)


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
    reply = commands.add_parser("answer", help="two key holders open a vault whose passphrase was forgotten")
    reply.add_argument("request", type=Path, help="the file the laptop made")
    reply.add_argument("--key", choices=ESCROW_KEYS, required=True, help="whose two holders are here")
    reply.add_argument("--holders", choices=PAIRS, required=True, help="the two seats on their papers")
    reply.add_argument("--out", type=Path, required=True, help="where the answer for the laptop goes")
    reply.set_defaults(command=_answer)
    again = commands.add_parser("reseal", help="two key holders give a lost laptop's work to its owner's new laptop")
    again.add_argument("--key", choices=ESCROW_KEYS, required=True, help="whose two holders are here")
    again.add_argument("--holders", choices=PAIRS, required=True, help="the two seats on their papers")
    again.add_argument("--envelopes", type=Path, required=True, help="the folder of the lost laptop's envelopes")
    again.add_argument("--to", type=Path, required=True, help="the file the new laptop made")
    again.add_argument("--out", type=Path, required=True, help="the folder for the new laptop")
    again.set_defaults(command=_reseal)
    _add_orders(commands)
    commands.add_parser("show", help="show the directory").set_defaults(command=_show)
    for command in commands.choices.values():
        command.add_argument("folder", type=Path)
    return parser


def _add_orders(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    order = commands.add_parser("order", help="order a laptop to hand in, or to be wiped; for the endpoint's revoke")
    order.add_argument("--device", required=True, help="its device id")
    order.add_argument("--what", choices=[str(kind) for kind in OrderKind], required=True)
    order.add_argument("--by", action="append", required=True, help="who orders it; twice for wipe-now")
    order.add_argument("--why", default="", help="the reason; wipe-now needs one")
    order.add_argument("--out", type=Path, required=True, help="where the order for the endpoint goes")
    order.set_defaults(command=_order)
    pins = commands.add_parser("pin", help="say which keys the endpoint's certificate may have; for its publish")
    pins.add_argument("--key", type=Path, action="append", default=[], help="a PEM file: a certificate or a public key")
    pins.set_defaults(command=_pin)
    key = commands.add_parser("renew-receipt-key", help="make the endpoint a new receipt key; for its renew-key")
    key.add_argument("--out", type=Path, required=True, help="a folder that is not there yet")
    key.set_defaults(command=_renew_receipt_key)
    desk = commands.add_parser("new-desk-key", help="begin a further epoch of the desk key; for the endpoint's publish")
    desk.add_argument("--coordinators", type=Path, required=True, help="the file of the endpoint's coordinators")
    desk.add_argument("--leave-out", action="append", default=[], metavar="DEVICE", help="a laptop that gets no key")
    desk.add_argument("--out", type=Path, required=True, help="a folder that is not there yet")
    desk.add_argument("--yes", action="store_true", help="make it; without this it is only said who would get it")
    desk.set_defaults(command=_new_desk_key)
    rules = commands.add_parser("policy", help="sign a policy file; for the endpoint's publish")
    rules.add_argument("--file", type=Path, required=True, help="the policy file")
    rules.add_argument("--serial", type=int, required=True, help="higher than that of the policy before")
    rules.add_argument("--out", type=Path, required=True, help="where the signed policy goes")
    rules.set_defaults(command=_policy)


def _new(chosen: argparse.Namespace) -> None:
    office = Office.create(chosen.folder, name=chosen.name, code=chosen.code, practice=chosen.practice)
    for key, codes in office.codes.items():
        for seat, code in codes.items():
            print(holder_letter(office.directory().directory, key, seat, code))
    print(f"{office.offline}: keep this offline. {office.for_the_endpoint}: hand this to the endpoint.")


def _invite(chosen: argparse.Namespace) -> None:
    office = Office.open(chosen.folder)
    code, signed = office.invite(name=chosen.name, job=chosen.job, agency=chosen.agency, role=chosen.role)
    file = write_invitation(signed, chosen.out)
    print(letter(signed.invitation, office.directory().directory, chosen.address, code))
    print(f"For the endpoint: {file}")


def _answer(chosen: argparse.Namespace) -> None:
    request = _request_in(chosen.request)
    print(f"The eight letters of this request: {fingerprint(request)}")
    print("Ring the person on a number you already have, and let them read the letters from their screen to you.")
    if input("Are they the same, and do you know the voice? Type yes: ").strip().lower() != "yes":
        raise NotAnswered("Nothing was opened.")
    codes = {seat: getpass(f"The code of holder {seat}: ") for seat in chosen.holders}
    given = Office.open(chosen.folder).answer_request(request, chosen.key, codes)
    chosen.out.write_bytes(encode(given))
    print(f"{chosen.out}: send this back. It opens that one vault, and only with the new passphrase chosen there.")


def _reseal(chosen: argparse.Namespace) -> None:
    office, to = Office.open(chosen.folder), _laptop_in(chosen.to)
    check_certificate(to, office.directory().root)
    print(f"The new laptop belongs to {to.invitation.name}, {to.invitation.job}, {to.invitation.agency}.")
    print(f"Its eight letters: {letters_of(to)}")
    print("Ring the person on a number you already have, and let them read the letters from their screen to you.")
    if input("Are they the same, and do you know the voice? Type yes: ").strip().lower() != "yes":
        raise NotAnswered("Nothing was opened.")
    codes = {seat: getpass(f"The code of holder {seat}: ") for seat in chosen.holders}
    try:
        count = office.reseal(chosen.envelopes, to, chosen.key, codes, chosen.out)
    except OSError:
        raise NotAnswered("A file could not be read or written. What was done is in the folder; do it again.") from None
    for line in count.left:
        print(f"left out: {line}", file=sys.stderr)
    print(f"{count.done} sealed again. {chosen.out}: take this folder to the new laptop, and open it there.")


def _laptop_in(file: Path) -> Certificate:
    try:
        return decode(file.read_bytes(), Certificate)
    except OSError:
        raise NotAnswered(f"{file} could not be read. Nothing was opened.") from None


def _request_in(file: Path) -> EscrowRequest:
    try:
        return decode(file.read_bytes(), EscrowRequest)
    except OSError:
        raise NotAnswered(f"{file} could not be read. Nothing was opened.") from None


def _pin(chosen: argparse.Namespace) -> None:
    office = Office.open(chosen.folder)
    directory = pin_keys(office, chosen.key).directory
    named = f"{len(directory.tls_keys)} keys are named" if directory.tls_keys else "No key is named, so any may do"
    print(f"{named} in the directory of serial {directory.serial}. For the endpoint: {office.for_the_endpoint}")


def _order(chosen: argparse.Namespace) -> None:
    office, what = Office.open(chosen.folder), OrderKind(chosen.what)
    if what is OrderKind.WIPE_NOW:
        print("Work that this laptop has not handed in will be lost for ever. The endpoint's ledger says what it has.")
        if input("Is that understood by both of you? Type yes: ").strip().lower() != "yes":
            raise NotAnswered("Nothing was ordered.")
    try:
        signed = give_order(office, chosen.device, what, by=chosen.by, why=chosen.why)
    except Refused:
        raise NotAnswered("To wipe a laptop at once takes two people and a reason. Nothing was ordered.") from None
    print(f"For the endpoint: {write(signed, chosen.out)}")


def _policy(chosen: argparse.Namespace) -> None:
    office = Office.open(chosen.folder)
    try:
        text = chosen.file.read_text(encoding="utf-8")
        parse(text.encode())
    except (OSError, ValueError, Refused):
        raise NotAnswered(f"{chosen.file} is not a policy file that can be read. Nothing was signed.") from None
    print(f"For the endpoint: {write(give_policy(office, text, chosen.serial), chosen.out)}")


def _renew_receipt_key(chosen: argparse.Namespace) -> None:
    office = Office.open(chosen.folder)
    try:
        serial = renew_receipt_key(office, chosen.out).directory.serial
    except FileExistsError:
        raise NotAnswered(f"{chosen.out} is there already. Nothing was changed.") from None
    print(f"{chosen.out}: hand this to the endpoint, and erase it afterwards. The directory has serial {serial} now.")


def _new_desk_key(chosen: argparse.Namespace) -> None:
    office = Office.open(chosen.folder)
    everybody = read_coordinators(office, chosen.coordinators)
    given = without(everybody, chosen.leave_out)
    for one in everybody:
        what = "gets the new key" if one in given else "IS LEFT OUT"
        who = f"{one.invitation.name}, {one.invitation.job}, {one.invitation.agency}"
        print(f"{what}: {who}; laptop {one.keys.device}, invited {one.invitation.issued_at}")
    if not chosen.yes:
        raise NotMade("Please look at each name. If all are right, type the same again with --yes. Nothing was made.")
    try:
        made = new_desk_key(office, given, chosen.out)
    except FileExistsError:
        raise NotMade(f"{chosen.out} is there already. Nothing was changed.") from None
    serial = office.directory().directory.serial
    print(f"{made.keys[0].desk_key.key} is made, and the directory has serial {serial} now.")
    print(f"For the endpoint, together: {chosen.out / KEYS_FILE} and the directory beside it. Copy the offline folder.")


def _show(chosen: argparse.Namespace) -> None:
    shown = msgspec.json.encode(Office.open(chosen.folder).directory())
    print(msgspec.json.format(shown, indent=1).decode())


if __name__ == "__main__":
    sys.exit(main())

"""``ecaf-endpoint``: the words of whoever looks after the endpoint; no name and no key is ever printed."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import ProgrammingError

from endpoint.accountcli import add_accounts
from endpoint.auditcli import add_audit
from endpoint.directory.cli import add_directory
from endpoint.epochs import count_lacking, publish_desk_keys, write_coordinators
from endpoint.exporting import export_device, export_for
from endpoint.feeding import feed, tidy
from endpoint.loglines import log_to_stderr
from endpoint.lookscli import add_looks
from endpoint.office import (
    NotReady,
    accept_invitation,
    ledger,
    open_door,
    open_door_to_serve,
    publish_directory,
    publish_policy,
    set_up,
    take_orders,
)
from endpoint.practice import set_up_practice
from endpoint.reaching import is_here
from endpoint.renewing import renew_key
from endpoint.restoring import restore, take_backup, verify_backup
from endpoint.sealing import sealing
from endpoint.secondfactor import FactorRule
from endpoint.settings import Settings, SettingWrong, read_settings
from endpoint.storage.database import is_forbidden
from endpoint.where import add_where

if TYPE_CHECKING:
    from endpoint.server import Papers

    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name

_NOT_THIS_ACCOUNT = (
    "This account of the database may not do that. Please type it with the account that owns the tables. What the "
    "database holds is as it was."
)
_IN_THE_CLEAR = (
    "{} can be reached from other machines, and without a certificate all that is asked of the child index would cross "
    "the network in the clear. Please name a certificate and its key, or listen on 127.0.0.1 behind what speaks TLS; "
    "only where the network between those two is nobody else's, say plain_http = yes. Nothing was started."
)
_NO_TLS = "{} and {} cannot be read as a certificate and the private key that belongs to it. Nothing was started."


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit code."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.command(read_settings(chosen.folder, chosen.config, os.environ), chosen))
    except (NotReady, SettingWrong) as reason:
        print(reason, file=sys.stderr)
    except ProgrammingError as fault:
        if not is_forbidden(fault):
            raise
        print(_NOT_THIS_ACCOUNT, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ecaf-endpoint",
        description="The authority's courier for sealed envelopes.",
        epilog="docs/operating.md leads from a clean machine to the first laptop, and through backup and restore.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    init = _command(commands, "init", "set up an endpoint from what the authority handed over")
    init.add_argument("--authority", type=Path, required=True, help='the authority\'s folder "for-the-endpoint"')
    init.set_defaults(command=_init)
    invite = _command(commands, "invite", "let the holders of these invitations enrol")
    invite.add_argument("files", type=Path, nargs="+", metavar="FILE")
    invite.set_defaults(command=_invite)
    _add_serve(commands)
    export = _command(commands, "export-kept", "write a lost laptop's sealed work for the authority's key holders")
    whose = export.add_mutually_exclusive_group(required=True)
    whose.add_argument("--device", help="the lost laptop's device id")
    whose.add_argument("--for", dest="new_laptop", type=Path, help="the file her new laptop made: all her others")
    export.add_argument("--out", type=Path, required=True, help="the folder for the key holders")
    export.set_defaults(command=_export)
    _add_authority_commands(commands)
    _add_keeping_commands(commands)
    add_directory(commands)
    add_accounts(commands)
    add_audit(commands)
    add_looks(commands)
    return parser


def _add_serve(commands: _Commands) -> None:
    serve = _command(commands, "serve", "answer laptops until told to stop")
    serve.add_argument("--host", help="where it listens; 127.0.0.1 where nothing is said")
    serve.add_argument("--port", type=int, help="0, or nothing, takes a free one")
    serve.add_argument("--address", help="the address laptops use, when TLS in front has another")
    serve.add_argument("--certificate", metavar="FILE", help="speak TLS 1.3 with this certificate (PEM)")
    serve.add_argument("--certificate-key", metavar="FILE", help="its private key (PEM, without a passphrase)")
    serve.add_argument("--practice", action="store_true", help="set up a practice authority where there is none yet")
    serve.set_defaults(command=_serve)


def _add_authority_commands(commands: _Commands) -> None:
    revoke = _command(commands, "revoke", "take in the authority's orders to its devices")
    revoke.add_argument("files", type=Path, nargs="+", metavar="FILE")
    revoke.set_defaults(command=_revoke)
    renew = _command(commands, "renew-key", "put a new receipt key of the authority's into force; then start anew")
    renew.add_argument("folder_given", type=Path, metavar="FOLDER", help='what "authority renew-receipt-key" made')
    renew.set_defaults(command=_renew_key)
    publish = _command(commands, "publish", "put a newer directory or policy of the authority into force")
    publish.add_argument("--directory", type=Path)
    publish.add_argument("--desk-keys", type=Path, help="a further epoch of the desk key; only with its directory")
    publish.add_argument("--policy", type=Path)
    publish.set_defaults(command=_publish)
    at_desk = _command(commands, "coordinators", "write whose laptops read at the desk, for the authority's office")
    at_desk.add_argument("--out", type=Path, required=True, metavar="FILE", help="a file that is not there yet")
    at_desk.set_defaults(command=_coordinators)


def _add_keeping_commands(commands: _Commands) -> None:
    _command(commands, "migrate", "bring the tables up to this version, and do nothing else").set_defaults(
        command=_migrate
    )
    for name, what, does in (
        ("backup", "write a backup into a new file while the endpoint goes on", _backup),
        ("verify", "read a backup from end to end, and tell laptops that it is good", _verify),
        ("restore", "put a backup in the place of the store; nobody may be serving it", _restore),
    ):
        command = _command(commands, name, what)
        command.add_argument("file", type=Path)
        command.set_defaults(command=does)
    fed = _command(commands, "index-feed", "take the authority's list of children into the index, a line of JSON each")
    fed.add_argument("file", type=Path)
    fed.set_defaults(command=_feed)
    _command(commands, "index-tidy", "erase the index entries whose time is over").set_defaults(command=_tidy)
    _command(commands, "ledger", "say what is kept, as JSON").set_defaults(command=_ledger)


def _command(commands: _Commands, name: str, what: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what[0].upper() + what[1:] + ".")
    add_where(command)
    return command


def _init(settings: Settings, chosen: argparse.Namespace) -> int:
    set_up(settings, chosen.authority)
    print(f"An endpoint stands in {settings.folder}.")
    return 0


def _invite(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        for file in chosen.files:
            accept_invitation(door, file)
    print(f"{len(chosen.files)} accepted.")
    return 0


def _serve(settings: Settings, chosen: argparse.Namespace) -> int:
    from endpoint.application import create_application
    from endpoint.server import CertificateWrong, PortTaken, serve

    log_to_stderr()
    said = {name: getattr(chosen, name) for name in ("host", "port", "address", "certificate", "certificate_key")}
    settings = replace(settings, **{name: value for name, value in said.items() if value is not None})
    if chosen.practice and set_up_practice(settings):
        print(f"A practice authority was made in {settings.folder}: for made-up families only.", file=sys.stderr)
    with closing(open_door_to_serve(settings)) as door:
        if chosen.practice and not door.house.directory.directory.practice:
            raise NotReady(f"{settings.folder} belongs to a real authority. Please leave --practice out.")
        application = create_application(door, settings.address, settings.queue)
        papers = _papers(settings)
        scheme = "http" if papers is None else "https"
        ready = partial(_say_ready, scheme, settings.host, door.house.factor)
        try:
            with sealing(door):
                serve(application, settings.host, settings.port, ready, papers)
        except PortTaken as fault:
            raise NotReady(f"Port {settings.port} is already in use. Please choose another.") from fault
        except CertificateWrong as fault:
            raise NotReady(_NO_TLS.format(settings.certificate, settings.certificate_key)) from fault
    _leave()
    return 0


def _papers(settings: Settings) -> Papers | None:
    """Return what TLS is spoken with, where it is spoken here.

    Raises ``NotReady`` for one file without the other, and where without any others could read along on the network.
    """
    if not (settings.certificate or settings.plain_http == "yes" or is_here(settings.host)):
        raise NotReady(_IN_THE_CLEAR.format(settings.host))
    if bool(settings.certificate) != bool(settings.certificate_key):
        raise NotReady("TLS needs both a certificate and its key. Nothing was started.")
    from endpoint.server import Papers

    return Papers(Path(settings.certificate), Path(settings.certificate_key)) if settings.certificate else None


def _say_ready(scheme: str, host: str, rule: FactorRule, port: int) -> None:
    print(f"ecaf-endpoint: {scheme}://{host}:{port}")
    whom = f"every {', every '.join(sorted(rule.roles))}, for {rule.hours} hours at a time" if rule.roles else "nobody"
    print(f"A second factor is asked of {whom}.", flush=True)


def _leave() -> None:
    # The server's own threads may outlive its last answer and abort while Python takes itself down. All is committed
    # and closed by now, so the process ends here.
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


def _revoke(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        print(f"{take_orders(door, chosen.files)} taken. Each device hears of its own at its next contact.")
    return 0


def _publish(settings: Settings, chosen: argparse.Namespace) -> int:
    if chosen.desk_keys is not None and chosen.directory is None:
        raise NotReady("A further desk key needs the directory that was made with it. Nothing was changed.")
    with closing(open_door(settings)) as door:
        if chosen.desk_keys is not None:
            key, serial = publish_desk_keys(door, chosen.desk_keys, chosen.directory)
            print(f"The desk key in force is {key} now, and the directory in force has serial {serial}.")
            if lacking := count_lacking(door, key):
                print(f"{lacking} of the coordinators' laptops that are still in use cannot read what is sealed to it.")
        elif chosen.directory is not None:
            print(f"The directory in force has serial {publish_directory(door, chosen.directory)} now.")
        if chosen.policy is not None:
            print(f"The policy in force has serial {publish_policy(door, chosen.policy)} now.")
    return 0


def _coordinators(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        count = write_coordinators(door, chosen.out)
    print(f"{chosen.out}: {count} of coordinators' laptops. Names, and no key. Please bring it to the office.")
    return 0


def _renew_key(settings: Settings, chosen: argparse.Namespace) -> int:
    serial = renew_key(settings, chosen.folder_given)
    where = f"ready to be put where {settings.receipt_key_file} comes from" if settings.secrets else "in place"
    print(f"The new key is {where}, and the directory in force has serial {serial}. Then start each process anew.")
    return 0


def _backup(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        begins = take_backup(door, chosen.file)
    print(f"{chosen.file}: the store up to place {begins.server_seq}. Please verify it, and keep it elsewhere.")
    return 0


def _verify(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        begins = verify_backup(door, chosen.file)
    print(f"{chosen.file} is whole, and holds the store up to place {begins.server_seq}.")
    return 0


def _restore(settings: Settings, chosen: argparse.Namespace) -> int:
    begins = restore(settings, chosen.file)
    print(
        f"The store is as it was at {begins.at}, without what was erased since. Each laptop will send what is missing."
    )
    return 0


def _migrate(settings: Settings, _chosen: argparse.Namespace) -> int:
    open_door(settings).close()
    print("The tables are those of this version.")
    return 0


def _export(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        try:
            if chosen.device:
                count = export_device(door, chosen.device, chosen.out)
            else:
                count = export_for(door, chosen.new_laptop, chosen.out)
        except OSError as fault:
            raise NotReady("A file could not be read or written. Please look at the folders.") from fault
    print(f"{count} written to {chosen.out}, sealed as they came.")
    return 0


def _feed(settings: Settings, chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        print(f"{feed(door, chosen.file)} taken into the index.")
    return 0


def _tidy(settings: Settings, _chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        print(f"{tidy(door)} whose time was over, erased.")
    return 0


def _ledger(settings: Settings, _chosen: argparse.Namespace) -> int:
    with closing(open_door(settings)) as door:
        print(json.dumps(ledger(door), indent=1))
    return 0

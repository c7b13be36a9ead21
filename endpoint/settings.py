"""What whoever runs the endpoint may choose; every choice has a default that is safe on one machine."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from endpoint.accounts import Course
from endpoint.reaching import INSIST, NO_TLS, NotReached, address_in, check_password_is_hidden, check_way
from endpoint.secondfactor import FactorRule

RECEIPT_KEY = "receipt.key"
"""The file of the endpoint's only private key, in its folder."""

DATABASE_ADDRESS = "database"
"""The file of the database's address, where a secret store holds it."""

_DIGITS = 10
POLICY_DAYS = 1096
"""How long it counts that somebody accepted the use policy, where nobody said otherwise: three years, as a check."""
ROLES = ("practitioner", "coordinator", "administrator")
"""Of whom a second factor can be asked."""
NOBODY = "none"


class SettingWrong(Exception):
    """A setting is not what it can be; the sentence says which."""


@dataclass(frozen=True)
class Settings:
    """Where the endpoint keeps things and where it listens.

    ``address`` is the address laptops use, when something in front of the endpoint (TLS) answers under another name;
    empty, it is whatever loopback address the laptop asked for. ``pace`` is how many requests a second one device may
    make for long, 0 without end (``endpoint.pace``); ``queue`` how many requests are taken in at once, of all devices.
    ``index`` names another child index than our own, as ``module:Class`` (``endpoint.childindex``). With the PEM files
    ``certificate`` and ``certificate_key`` it speaks TLS 1.3 itself, and needs nothing in front. ``courses`` are what
    everybody does before anything is sent or received; with none, what was served last (``endpoint.office``).
    ``warn_days`` is how many days before something of an account lapses its owner is told. ``policy_days`` is for how
    many days it counts that somebody accepted the use policy, 0 for ever; with None, what was served last.
    ``factor`` names the roles that prove a second factor, with a blank between, or ``none``; ``factor_hours`` how long
    one proof counts. ``plain_http`` says ``yes`` where requests may come over a network without TLS, from a proxy.
    ``secrets`` is a folder into which a secret store puts what must lie in no folder of ours: it is only read.
    one proof counts. ``audit_years`` is how many years a line of the audit is kept (``endpoint.pruning``).
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 0
    address: str = ""
    database: str = ""
    pace: int = 50
    queue: int = 128
    index: str = ""
    certificate: str = ""
    certificate_key: str = ""
    courses: tuple[Course, ...] = ()
    warn_days: int = 30
    policy_days: int | None = None
    factor: str = ""
    factor_hours: int = 12
    plain_http: str = ""
    secrets: str = ""
    audit_years: int = 25

    @property
    def database_url(self) -> str:
        """The database's address: SQLite in the folder, unless another was named."""
        return self.database or f"sqlite:///{self.folder / 'endpoint.db'}"

    @property
    def receipt_key_file(self) -> Path:
        """Where the private receipt key lies."""
        return (Path(self.secrets) if self.secrets else self.folder) / RECEIPT_KEY

    def factor_rule(self, *, practice: bool) -> FactorRule:
        """Return of whom a second factor is asked; a practice authority, where nothing was said, asks nobody."""
        said = self.factor or (NOBODY if practice else "coordinator administrator")
        return FactorRule(frozenset(said.split()) - {NOBODY}, self.factor_hours)


VARIABLES = {
    "data": "ECAF_ENDPOINT_DATA",
    "host": "ECAF_ENDPOINT_HOST",
    "port": "ECAF_ENDPOINT_PORT",
    "address": "ECAF_ENDPOINT_ADDRESS",
    "database": "ECAF_ENDPOINT_DATABASE",
    "database_file": "ECAF_ENDPOINT_DATABASE_FILE",
    "database_tls": "ECAF_ENDPOINT_DATABASE_TLS",
    "pace": "ECAF_ENDPOINT_PACE",
    "queue": "ECAF_ENDPOINT_QUEUE",
    "index": "ECAF_ENDPOINT_INDEX",
    "certificate": "ECAF_ENDPOINT_CERTIFICATE",
    "certificate_key": "ECAF_ENDPOINT_CERTIFICATE_KEY",
    "courses": "ECAF_ENDPOINT_COURSES",
    "warn_days": "ECAF_ENDPOINT_WARN_DAYS",
    "policy_days": "ECAF_ENDPOINT_POLICY_DAYS",
    "plain_http": "ECAF_ENDPOINT_PLAIN_HTTP",
    "secrets": "ECAF_ENDPOINT_SECRETS",
    "factor": "ECAF_ENDPOINT_FACTOR",
    "factor_hours": "ECAF_ENDPOINT_FACTOR_HOURS",
    "audit_years": "ECAF_ENDPOINT_AUDIT_YEARS",
}
"""Each name in a settings file, and the variable that stands for it in the environment."""

CONFIG_VARIABLE = "ECAF_ENDPOINT_CONFIG"
"""The settings file itself, where the command line names none."""

_OURS = CONFIG_VARIABLE.removesuffix("CONFIG")
_LEAST = {
    "port": 0,
    "pace": 0,
    "queue": 1,
    "warn_days": 0,
    "policy_days": 0,
    "factor_hours": 1,
    "audit_years": 1,
}


def read_settings(data: Path | None, file: Path | None, environment: Mapping[str, str]) -> Settings:
    """Return the settings of a command: its own words first, then the environment, then the file.

    Raises ``SettingWrong``, also for a name that nobody knows: a slip in a name must not pass for a default.
    """
    file = file or (Path(environment[CONFIG_VARIABLE]) if environment.get(CONFIG_VARIABLE) else None)
    said = {**_from_file(file), **_from_environment(environment)}
    folder = data or (Path(said["data"]) if said.get("data") else None)
    if folder is None:
        raise SettingWrong("Please say where the endpoint keeps everything: --data DIR.")
    named = {VARIABLES[name]: value for name, value in said.items()}
    return from_environment(folder, {**environment, **named})


def from_environment(folder: Path, environment: Mapping[str, str]) -> Settings:
    """Return the settings for a folder; ``ECAF_ENDPOINT_DATABASE`` and its like may name others.

    Raises ``SettingWrong``.
    """
    said = _from_environment(environment)
    numbers = {name: _number(name, said[name], least) for name, least in _LEAST.items() if said.get(name)}
    return Settings(
        folder,
        host=said.get("host", Settings.host),
        address=said.get("address", ""),
        database=_database(said, environment),
        index=said.get("index", ""),
        certificate=said.get("certificate", ""),
        certificate_key=said.get("certificate_key", ""),
        courses=_courses(said.get("courses", "")),
        factor=_roles(said.get("factor", "")),
        plain_http=said.get("plain_http", ""),
        secrets=said.get("secrets", ""),
        **numbers,
    )


def _database(said: Mapping[str, str], environment: Mapping[str, str]) -> str:
    """Return the database's address, which is reached as it should be; empty for SQLite in the folder."""
    address, file, tls = (said.get(name, "") for name in ("database", "database_file", "database_tls"))
    stored = Path(said["secrets"]) / DATABASE_ADDRESS if said.get("secrets") else None
    if address and file:
        raise SettingWrong("Please give the database's address or the file that holds it, and not both.")
    if tls not in {"", INSIST, NO_TLS}:
        raise SettingWrong(f"{VARIABLES['database_tls']} is {INSIST}, or {NO_TLS}. Nothing was done.")
    try:
        check_password_is_hidden(address)
        if file:
            address = address_in(Path(file))
        elif not address and stored is not None and stored.exists():
            address = address_in(stored, whoever_may_read=True)  # which is for the store to say
        check_way(address, tls, environment)
    except NotReached as fault:
        raise SettingWrong(str(fault)) from fault
    return address


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    names = {variable: name for name, variable in VARIABLES.items()}
    for variable in environment:
        if variable.startswith(_OURS) and variable not in {*names, CONFIG_VARIABLE}:
            raise SettingWrong(f"{variable} is not a setting. There are: {', '.join(VARIABLES.values())}.")
    return {names[variable]: value for variable, value in environment.items() if value and variable in names}


def _from_file(file: Path | None) -> dict[str, str]:
    if file is None:
        return {}
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise SettingWrong(f"{file} could not be read as TOML. Nothing was done.") from fault
    for name, value in said.items():
        if name not in VARIABLES:
            raise SettingWrong(f"{file}: {name} is not a setting. There are: {', '.join(VARIABLES)}.")
        if type(value) is not (int if name in _LEAST else str):
            raise SettingWrong(f"{file}: {name} must be {'a whole number' if name in _LEAST else 'a text'}.")
    return {name: str(value) for name, value in said.items()}


def _courses(said: str) -> tuple[Course, ...]:
    """Return the courses in a text with a comma between each two."""
    try:
        return tuple(dict.fromkeys(Course(one.strip()) for one in said.split(",") if said))
    except ValueError as fault:
        known = ", ".join(Course)
        raise SettingWrong(
            f"{VARIABLES['courses']} must name courses, with a comma between each two. There are: {known}."
        ) from fault


def _number(name: str, said: str, least: int) -> int:
    if not (said.isascii() and said.isdecimal() and len(said) < _DIGITS and int(said) >= least):
        raise SettingWrong(f"{VARIABLES[name]} must be a whole number, and at least {least}. Nothing was done.")
    return int(said)


def _roles(said: str) -> str:
    if said != NOBODY and set(said.split()) - set(ROLES):
        raise SettingWrong(f"{VARIABLES['factor']} names roles ({', '.join(ROLES)}), or {NOBODY}. Nothing was done.")
    return said

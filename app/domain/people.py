"""The people at work: who wrote a record and from where; never a child or a family."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an enrolled person does here, which decides what the program shows."""

    PRACTITIONER = "practitioner"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class Worker:
    """A practitioner or coordinator as the authority enrolled them; ``job`` is their own word for their role."""

    name: str
    job: str
    agency: str
    role: Role = Role.PRACTITIONER

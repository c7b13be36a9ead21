"""The people at work: who wrote a record and from where; never a child or a family."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an enrolled person does here, which decides what the program shows."""

    PRACTITIONER = "practitioner"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"

    @property
    def works_with_families(self) -> bool:
        """Say whether families' records are written or read here: an administrator sees to accounts alone."""
        return self is not Role.ADMINISTRATOR


@dataclass(frozen=True)
class Worker:
    """Somebody at work as the authority enrolled them; ``job`` is their own word for their role."""

    name: str
    job: str
    agency: str
    role: Role = Role.PRACTITIONER

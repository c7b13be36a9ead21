"""Names for the different kinds of id, so that one is never passed for another; ids are random and tell no time."""

from typing import NewType
from uuid import uuid4

ChildId = NewType("ChildId", str)
EpisodeId = NewType("EpisodeId", str)
DraftId = NewType("DraftId", str)
RecordId = NewType("RecordId", str)
EnvelopeId = NewType("EnvelopeId", str)
DeviceId = NewType("DeviceId", str)
RowId = NewType("RowId", str)


def new_id() -> str:
    """Return a fresh random id (a version 4 UUID in its usual text form)."""
    return str(uuid4())


def new_row_id() -> RowId:
    """Return a fresh id for one row of a repeating group: eight hexadecimal digits, unique within a draft."""
    return RowId(uuid4().hex[:8])

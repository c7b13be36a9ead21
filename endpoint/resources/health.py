"""``/v1/health``, ``/health`` and ``/ready``: the endpoint is up, and can do its work; nothing about anybody."""

from __future__ import annotations

from endpoint.storage.authorities import find_epoch
from endpoint.storage.schema import NEWEST, stands_at
from endpoint.visit import Answer, Visit
from protocol.codec import encode
from protocol.messages import Health, Message

NOT_READY = 503


class Ready(Message, frozen=True):
    """Whether work can be taken in: the tables are this version's, and store and epoch file agree.

    That there is an answer at all says that the database answers.
    """

    tables: bool
    epoch: bool


def get(visit: Visit) -> Answer:
    """Say that all is well, and in which epoch of the store."""
    return Answer(200, encode(Health("ok", visit.house.store_epoch)))


def get_ready(visit: Visit) -> Answer:
    """Say whether work can be taken in, and if not, what stands in the way."""
    tables = stands_at(visit.tx.connection) == NEWEST
    epoch = {find_epoch(visit.tx), visit.house.outside.epoch()} == {visit.house.store_epoch}
    return Answer(200 if tables and epoch else NOT_READY, encode(Ready(tables, epoch)))

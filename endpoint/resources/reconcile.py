"""``/v1/reconcile``: what is kept of the asking device, so that it can send again what was lost here."""

from __future__ import annotations

import re

from endpoint.ids import check_id
from endpoint.storage.reconciling import list_month, list_months
from endpoint.visit import Answer, SignedVisit
from protocol import limits
from protocol.codec import encode
from protocol.keeping import Months
from protocol.problems import Problem, Refused

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def get(visit: SignedVisit) -> Answer:
    """Show a digest for each month."""
    months = Months(visit.house.store_epoch, list_months(visit.tx, visit.device.id))
    return Answer(200, encode(months), about=f"{len(months.months)} months")


def get_month(visit: SignedVisit) -> Answer:
    """Show the ids of one month, after the one named."""
    month, after = visit.asked.path["month"], visit.asked.query.get("after", "")
    if not _MONTH.fullmatch(month):
        raise Refused(Problem.MALFORMED)
    if after:
        check_id(after)
    held = list_month(visit.tx, visit.device.id, month, after, limits.RECONCILED_AT_ONCE)
    return Answer(200, encode(held), about=month)

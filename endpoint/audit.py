"""The closed list of what is written down when someone asks; the door writes it, so that no resource can forget."""

from __future__ import annotations

from enum import StrEnum

from endpoint.storage.accesses import Access
from endpoint.times import to_text
from endpoint.visit import Answer, SignedVisit, Visit


class Action(StrEnum):
    """What was asked for."""

    DEVICE_ENROL = "device.enrol"
    ENVELOPE_PUT = "envelope.put"
    ENVELOPE_GET = "envelope.get"
    BATCH_PUT = "batch.put"
    BLOB_LOOK = "blob.look"
    BLOB_PUT = "blob.put"
    CHANGES_LIST = "changes.list"
    ERASURES_LIST = "erasures.list"
    ERASURE_PUT = "erasure.put"
    CONTACT_MAKE = "contact.make"
    ORDER_DONE = "order.done"
    POLICY_GET = "policy.get"
    DESK_KEYS_GET = "desk-keys.get"
    RECONCILE_LIST = "reconcile.list"
    NOTICE_PUT = "notice.put"
    NOTICES_LIST = "notices.list"
    INDEX_LOOK = "index.look"
    ANCHOR_GET = "anchor.get"
    ANCHOR_PUT = "anchor.put"
    LEASE_GET = "lease.get"
    FACTOR_LOOK = "factor.look"
    FACTOR_BEGIN = "factor.begin"
    FACTOR_PROVE = "factor.prove"
    SENDER_ASK = "sender.ask"
    SERVICES_GET = "services.get"
    SERVICES_IMPORT = "services.import"
    ACCOUNT_CHANGE = "account.change"
    ACCOUNTS_LIST = "accounts.list"
    KEPT_EXPORT = "kept.export"
    AUDIT_EXPORT = "audit.export"
    AUDIT_PRUNE = "audit.prune"
    AUDIT_READ = "audit.read"


def access_of(visit: Visit, action: Action, answer: Answer) -> Access:
    """Return what is written down: who asked, for what, about what, and what came of it."""
    device = visit.device.id if isinstance(visit, SignedVisit) else answer.about
    return Access(to_text(visit.now), device, action, answer.about, answer.status)

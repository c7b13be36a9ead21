"""Whether this copy of the program is whole: each part that could be missing from a bundle is used once, for real.

Nobody's vault is touched and nothing is left behind; what failed is named by its kind, never by its words.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from app.domain.agreement import agreement_of
from app.domain.answers import Answers
from app.domain.ids import DeviceId, EnvelopeId, EpisodeId, RecordId, new_id
from app.domain.people import Role, Worker
from app.domain.record import FinishedRecord, RecordKind
from app.domain.sharing import FAMILY, kept, released, released_agreement
from app.forms.definition import FormDefinition, FormLibrary
from app.paths import resources
from app.sealing.device import DeviceSecrets, device_keys, new_device_secrets
from app.storage.troubles import WrongPassphrase
from app.sync.troubles import Unreachable
from protocol import statements
from protocol.messages import Certificate, EnvelopeKind, Invitation
from protocol.statements import Kind, public_text

NOON = datetime(2026, 10, 6, 11, 0, tzinfo=UTC)
SAID: Answers = {"id.given": "Sam", "id.family": "Example", "co.strengths": "Siân – “a good listener”"}
AGREED: Answers = {"c2.store": "yes", "c2.share": "no", "c2.signer": "Alex Example", "c2.capacity": "parent"}


def run() -> int:
    """Use every part once; say on the terminal how each went, and return 0 only when all of them did."""
    failed = 0
    for part, use in PARTS.items():
        try:
            use()
        except Exception as fault:  # noqa: BLE001 - whatever it is, the other parts are still to be tried
            failed += 1
            print(f"FAILED: {part} ({type(fault).__name__})", flush=True)
        else:
            print(f"good: {part}", flush=True)
    return 1 if failed else 0


def keep_in_a_vault() -> None:
    """Write into a new vault, and read it back with the right passphrase alone."""
    from app.storage.keys import FLOOR
    from app.storage.passphrase import new_passphrase
    from app.storage.vault import create_vault, open_vault

    words = new_passphrase()
    with TemporaryDirectory(prefix="ecaf-selftest-") as folder:
        vault = create_vault(Path(folder) / "vault", words, FLOOR)
        secret = vault.wrap_secret(b"kept", "selftest")
        vault.lock()
        with suppress(WrongPassphrase):
            open_vault(vault.folder, "not these words at all").lock()
            raise ValueError("a wrong passphrase opened it")
        again = open_vault(vault.folder, words)
        ensure(again.unwrap_secret(secret, "selftest") == b"kept")
        again.lock()


def read_the_forms() -> None:
    """Load and check every form."""
    forms = list(library())
    ensure(bool(forms) and all(form.pages for form in forms))


def read_the_policy() -> None:
    """Look over the authority's own settings, where there are any: a fault in them is said here first."""
    from app.operations.policy import policy_in_force

    ensure(not policy_in_force(resources() / "policy").fault)


def seal_and_open() -> None:
    """Sign a record, seal it, and open it again with every check."""
    from app.sealing.envelopes import new_envelope
    from app.sealing.opening import open_package
    from app.sealing.packages import Readers, package_kept, seal

    root, own, device = new_device_secrets(), new_device_secrets(), DeviceId(new_id())
    record, certificate = finished(SAID, own, device), certified(root, own, device)
    sealed = seal(package_kept(certificate, [kept(record)]), Readers(EnvelopeKind.KEPT, {"own": own.recipient}))
    envelope = new_envelope(
        sealed,
        id=EnvelopeId(new_id()),
        record=record.statement.record,
        version=1,
        parents=(),
        device=device,
        device_seq=1,
        signing_key=own.signing,
    )
    opened = open_package(envelope, [own.reading], root=public_text(root.signing), zone=UTC)
    ensure(opened.record.answers == SAID)


def print_a_copy() -> None:
    """Make a family's copy whose letters are embedded."""
    from app.documents.family_copy import CopyTerms, family_copy

    own, device = new_device_secrets(), DeviceId(new_id())
    record = finished(SAID, own, device)
    paper = finished(AGREED, own, device, agrees_to=record.statement.root)
    agreement = agreement_of(paper)
    view = released(record, agreement, FAMILY, today=NOON.date())
    agreed = released_agreement(paper, agreement, FAMILY, today=NOON.date())
    copy = family_copy(view, agreed, form_of(RecordKind.ASSESSMENT), made_at=NOON, terms=CopyTerms(zone=UTC))
    ensure(copy.startswith(b"%PDF-") and b"/FontFile2" in copy)


def speak_to_nobody() -> None:
    """Make the client for a safe address, then sign a request to where nobody listens."""
    from app.sync.client import EndpointClient

    own = new_device_secrets()
    EndpointClient("https://hub.example", "selftest", own.signing).close()
    with suppress(Unreachable), EndpointClient("http://127.0.0.1:9", "selftest", own.signing, timeout=2) as client:
        client.changes()


def draw() -> None:
    """Dress the application, and find every font and icon in it."""
    from PySide6.QtGui import QFontDatabase, QImage

    from app.look.icons import picture
    from app.main import make_application

    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    ensure({"Inter", "Inter Display", "Noto Sans"} <= set(QFontDatabase.families()))
    drawings = [picture(path.stem).toImage() for path in (resources() / "icons").glob("*.svg")]
    blank = QImage(drawings[0].size(), drawings[0].format())
    blank.fill(0)
    ensure(all(drawing != blank for drawing in drawings))
    application.quit()


def link_a_phone() -> None:
    """Work out a square code, with a finder in each corner that has one."""
    from app.look.square import modules

    rows = modules("otpauth://totp/eCAF")
    ensure(len(rows) >= len(rows[0]) > 0 and rows[0][:7] == rows[0][-7:] == rows[-1][:7] == b"\1" * 7)


def library() -> FormLibrary:
    """Return the forms."""
    return FormLibrary(resources() / "forms")


def form_of(kind: RecordKind) -> FormDefinition:
    """Return the form that records of a kind answer."""
    return library().by_name("agreement-to-share" if kind is RecordKind.SHARING else "caf-assessment")


def finished(answers: Answers, own: DeviceSecrets, device: DeviceId, agrees_to: str = "") -> FinishedRecord:
    """Return answers as a finished record; one that agrees to something is an agreement to share."""
    from app.sealing.records import finish

    kind = RecordKind.SHARING if agrees_to else RecordKind.ASSESSMENT
    return finish(
        answers,
        record=RecordId(new_id()),
        version=1,
        kind=kind,
        episode=EpisodeId(new_id()),
        form=form_of(kind).ref,
        author=Worker("Alex Example", "tester", "Nobody"),
        device=device,
        finished_at=NOON,
        signing_key=own.signing,
        agrees_to=agrees_to,
    )


def certified(root: DeviceSecrets, own: DeviceSecrets, device: DeviceId) -> Certificate:
    """Return the certificate of a device that an authority of this moment vouches for."""
    inviting = new_device_secrets().signing
    invitation = Invitation(
        authority="E06000099",
        key=public_text(inviting),
        name="Alex Example",
        job="tester",
        agency="Nobody",
        role=Role.PRACTITIONER.value,
        issued_at="2026-10-01T09:00:00Z",
    )
    keys = device_keys(own, device=device, invitation=invitation.key)
    return Certificate(
        invitation=invitation,
        invitation_signature=statements.sign(Kind.INVITATION, invitation, root.signing),
        keys=keys,
        keys_signature=statements.sign(Kind.DEVICE, keys, inviting),
    )


def ensure(so: bool) -> None:  # noqa: FBT001 - it reads as a sentence
    """Raise unless it is so; an ``assert`` could be left out of a bundle."""
    if not so:
        raise ValueError("not so")


PARTS: dict[str, Callable[[], None]] = {
    "the encrypted vault, and passphrases": keep_in_a_vault,
    "the forms": read_the_forms,
    "the authority's settings": read_the_policy,
    "signing, compressing, sealing and opening": seal_and_open,
    "the family's copy, with its letters": print_a_copy,
    "the way to the endpoint": speak_to_nobody,
    "windows, fonts and icons": draw,
    "the square code that links a phone": link_a_phone,
}
"""What is tried, in this order, and by what."""

if __name__ == "__main__":
    sys.exit(run())

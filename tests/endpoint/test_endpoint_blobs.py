"""Sealed bytes that come in pieces: nothing is sent twice after a cut, and nothing is seen before it is whole."""

from __future__ import annotations

import hashlib
import random

from ambleton import Laptop, ask, problem_of

from protocol import limits
from protocol.batches import Verdicts, pack_batch
from protocol.codec import decode
from protocol.envelope import pack, pack_bare, unpack

SEALED = random.Random(7).randbytes(3 * limits.PIECE_BYTES + 17)


def bring(laptop: Laptop, sha256: str, offset: int, piece: bytes, size: int) -> int:
    answer = laptop.ask("PATCH", f"/v1/blobs/{sha256}", piece, upload_offset=str(offset), upload_length=str(size))
    assert answer.status_code == 204, answer.text
    return int(answer.headers["upload-offset"])


def offset_of(laptop: Laptop, sha256: str) -> int:
    answer = laptop.ask("HEAD", f"/v1/blobs/{sha256}")
    assert answer.status_code == 200
    assert answer.content == b""
    return int(answer.headers["upload-offset"])


def test_an_envelope_is_kept_of_its_pieces_and_handed_out_whole(priya: Laptop, desk: Laptop) -> None:
    envelope, whole = priya.envelope(sealed=SEALED)
    signed, _ = unpack(whole)
    sha256, path = signed.header.sha256, f"/v1/envelopes/{envelope}"
    early = priya.ask("PUT", path, pack_bare(signed))
    assert (problem_of(early), early.json()["missing"]) == ("blob.missing", [sha256])
    assert offset_of(priya, sha256) == 0
    done = 0
    while done < len(SEALED):
        done = bring(priya, sha256, done, SEALED[done : done + limits.PIECE_BYTES], len(SEALED))
        assert offset_of(priya, sha256) == done
    first = priya.ask("PUT", path, pack_bare(signed))
    assert first.status_code == 201
    # The answer was lost: the same again, without the bytes or with them, gets the same receipt.
    assert priya.ask("PUT", path, pack_bare(signed)).content == first.content
    assert priya.ask("PUT", path, whole).content == first.content
    assert desk.ask("GET", path).content == whole
    rest = desk.ask("GET", path, range="bytes=1000000-")
    assert (rest.status_code, rest.content) == (206, whole[1_000_000:])
    assert rest.headers["content-range"] == f"bytes 1000000-{len(whole) - 1}/{len(whole)}"


def test_a_piece_in_the_wrong_place_changes_nothing_and_is_told_the_right_one(priya: Laptop) -> None:
    sha256 = hashlib.sha256(b"abcdef").hexdigest()
    assert bring(priya, sha256, 0, b"abc", 6) == 3
    for offset in (0, 2, 4):
        wrong = priya.ask("PATCH", f"/v1/blobs/{sha256}", b"de", upload_offset=str(offset), upload_length="6")
        assert problem_of(wrong) == "blob.offset"
        assert wrong.headers["upload-offset"] == "3"
    assert bring(priya, sha256, 3, b"def", 6) == 6


def test_pieces_that_are_not_what_their_name_says_are_let_go(priya: Laptop) -> None:
    sha256 = hashlib.sha256(b"abcdef").hexdigest()
    bring(priya, sha256, 0, b"abc", 6)
    wrong = priya.ask("PATCH", f"/v1/blobs/{sha256}", b"dex", upload_offset="3", upload_length="6")
    assert problem_of(wrong) == "blob.different"
    assert offset_of(priya, sha256) == 0


def test_nobody_sees_or_uses_anothers_pieces(priya: Laptop, desk: Laptop) -> None:
    sha256 = hashlib.sha256(b"abcdef").hexdigest()
    bring(priya, sha256, 0, b"abcdef", 6)
    assert offset_of(desk, sha256) == 0
    _, whole = desk.envelope(sealed=b"abcdef")
    signed, _ = unpack(whole)
    answer = desk.ask("POST", "/v1/envelopes", pack_batch((pack_bare(signed),)))
    (verdict,) = decode(answer.content, Verdicts).verdicts
    assert (verdict.status, verdict.problem, verdict.missing) == (424, "blob.missing", (sha256,))


def test_what_is_no_piece_is_malformed(priya: Laptop) -> None:
    sha256 = hashlib.sha256(b"abc").hexdigest()
    for headers in (
        {},
        {"upload_offset": "0"},
        {"upload_offset": "-1", "upload_length": "3"},
        {"upload_offset": "0", "upload_length": "2"},
        {"upload_offset": "00", "upload_length": "3"},
        {"upload_offset": "0", "upload_length": str(limits.ENVELOPE_BYTES + 1)},
    ):
        assert problem_of(priya.ask("PATCH", f"/v1/blobs/{sha256}", b"abc", **headers)) == "request.malformed"
    assert problem_of(priya.ask("PATCH", "/v1/blobs/abc", b"abc", upload_offset="0", upload_length="3")) == (
        "request.malformed"
    )
    large = priya.ask("PATCH", f"/v1/blobs/{sha256}", bytes(limits.PIECE_BYTES + 1), upload_offset="0")
    assert problem_of(large) == "body.too_large"


def test_an_envelope_with_bytes_other_than_its_own_is_refused(priya: Laptop) -> None:
    envelope, whole = priya.envelope(sealed=b"abc")
    signed, _ = unpack(whole)
    answer = ask(priya.signed_request("PUT", f"/v1/envelopes/{envelope}", pack(signed, b"abd")))
    assert problem_of(answer) == "body.unreadable"

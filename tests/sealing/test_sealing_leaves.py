"""Freezing answers: one root over salted digests that anybody can work out again."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.domain.answers import Absent, AbsentReason, from_json
from app.sealing.leaves import CannotFreeze, freeze, leaf_digest, root_of
from protocol.codec import to_bytes
from protocol.limits import LEAF_MULTIPLE

VECTORS = json.loads((Path(__file__).parent / "vectors" / "leaves-1.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["leaves"], ids=lambda vector: vector["path"])
def test_a_leaf_has_the_digest_it_always_had(vector: dict[str, str]) -> None:
    digest = leaf_digest(vector["path"], from_json(vector["answer"]), to_bytes(vector["salt"], 32))
    assert digest.hex() == vector["digest"]


def test_a_root_is_what_it_always_was() -> None:
    digests = [bytes.fromhex(vector["digest"]) for vector in VECTORS["leaves"]]
    decoys = [bytes.fromhex(decoy) for decoy in VECTORS["decoys"]]
    assert root_of(digests + decoys) == VECTORS["root"]
    assert root_of(decoys[::-1] + digests[::-1]) == VECTORS["root"]


def test_a_digest_is_worked_out_as_the_protocol_page_says() -> None:
    salt = bytes(range(32))
    text = '{"answer":"tired","path":"d1.speech.needs","salt":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"}'
    assert leaf_digest("d1.speech.needs", "tired", salt) == sha256(b"ecaf/leaf/1\0" + text.encode()).digest()


def test_equal_words_have_equal_digests_however_the_keyboard_spelled_them() -> None:
    salt = bytes(32)
    assert leaf_digest("id.given", "Zoe\u0308", salt) == leaf_digest("id.given", "Zo\u00eb", salt)
    assert freeze({"id.given": "Zoe\u0308"}).leaves[0].answer == "Zo\u00eb"


def test_blank_answers_are_left_out_and_reasons_are_not() -> None:
    reason = Absent(AbsentReason.DECLINED)
    frozen = freeze({"a": "", "b": "  \n", "c": (), "d": reason, "e": False, "f": 0})
    assert [(leaf.path, leaf.answer) for leaf in frozen.leaves] == [("d", reason), ("e", False), ("f", 0)]


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 200])
def test_decoys_bring_the_count_to_a_whole_multiple(count: int) -> None:
    frozen = freeze({f"a{number}": "yes" for number in range(count)})
    assert (len(frozen.leaves) + len(frozen.decoys)) % LEAF_MULTIPLE == 0
    assert 1 <= len(frozen.decoys) <= LEAF_MULTIPLE


def test_the_same_answer_is_never_salted_twice_alike() -> None:
    first, second = freeze({"a": "yes", "b": "yes"}), freeze({"a": "yes", "b": "yes"})
    salts = {leaf.salt for frozen in (first, second) for leaf in frozen.leaves}
    assert len(salts) == 4
    assert all(len(salt) == 32 for salt in salts)
    assert first.root != second.root


@pytest.mark.parametrize("answer", [2**53, -(2**53), 10**400, "half a character \ud83d"])
def test_what_has_no_exact_form_is_refused_without_being_quoted(answer: int | str) -> None:
    with pytest.raises(CannotFreeze) as refused:
        freeze({"d1.speech.needs": answer})
    assert refused.value.path == "d1.speech.needs"
    assert "half" not in refused.value.sentences()


@given(st.dictionaries(st.text(min_size=1), st.text() | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans()))
def test_any_answers_freeze_to_the_root_of_their_own_digests(answers: dict[str, str | int | bool]) -> None:
    frozen = freeze(answers)
    digests = [leaf_digest(leaf.path, leaf.answer, leaf.salt) for leaf in frozen.leaves]
    assert digests == [leaf.digest for leaf in frozen.leaves]
    assert root_of([*digests, *frozen.decoys]) == frozen.root


def test_true_and_one_are_not_the_same_answer() -> None:
    assert leaf_digest("id.unborn", True, bytes(32)) != leaf_digest("id.unborn", 1, bytes(32))
    assert rfc8785.dumps(1) == b"1"

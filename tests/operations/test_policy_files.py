"""A policy file that cannot be used is one clear sentence; the settings the program came with stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.operations.policy import AUTHORITYS, DEFAULT, PolicyFaulty, own_policy, policy_in_force, read_policy
from app.paths import resources

OWN = json.loads((resources() / "policy" / DEFAULT).read_text(encoding="utf-8"))
FAULTY: dict[str, Any] = {
    "an unknown key": {"idle_lock_second": 120},
    "the wrong type": {"due_soon_days": "28"},
    "an unknown part": {"ages": {**OWN["ages"], "usul": 18}},
    "ages the wrong way round": {"ages": {**OWN["ages"], "extended": 17}},
    "able before secondary school": {"ages": {**OWN["ages"], "usually_able": 9}},
    "an index that ends before it ends": {"ages": {**OWN["ages"], "index_ends_if_asked": 17}},
    "no days at all": {"checklist_kept_days": 0},
    "nobody to ring": {"safeguarding_contacts": []},
    "a contact with no number": {"key_holders": {"label": "Desk", "words": "", "number": " "}},
    "one level twice": {"levels": [OWN["levels"][0], OWN["levels"][0]]},
    "a notice nobody knows": {"notices": ["later"]},
    "an empty wording": {"sharing_wording": " "},
    "an empty label": {"labels": {"TAC": ""}},
}


def laid(folder: Path, authoritys: str) -> Path:
    (folder / DEFAULT).write_text(json.dumps(OWN), encoding="utf-8")
    (folder / AUTHORITYS).write_text(authoritys, encoding="utf-8")
    return folder


@pytest.mark.parametrize("fault", sorted(FAULTY))
def test_a_faulty_file_is_one_sentence_and_the_default_stays(tmp_path: Path, fault: str) -> None:
    in_force = policy_in_force(laid(tmp_path, json.dumps(FAULTY[fault])))
    assert in_force.policy == own_policy()
    assert in_force.fault.startswith("The policy file authority.json cannot be used: ")
    assert in_force.fault.endswith("The settings the program came with stay.")
    assert "\n" not in in_force.fault


@pytest.mark.parametrize("broken", ["", "{", "[]", '"words"'])
def test_so_is_a_file_that_is_no_policy_at_all(tmp_path: Path, broken: str) -> None:
    in_force = policy_in_force(laid(tmp_path, broken))
    assert in_force.policy == own_policy()
    assert in_force.fault


def test_none_of_a_faulty_file_counts(tmp_path: Path) -> None:
    in_force = policy_in_force(laid(tmp_path, json.dumps({"due_soon_days": 7, "checklist_kept_days": 0})))
    assert in_force.policy.due_soon_days == own_policy().due_soon_days


def test_without_a_file_of_its_own_an_authority_has_the_default(tmp_path: Path) -> None:
    (tmp_path / DEFAULT).write_text(json.dumps(OWN), encoding="utf-8")
    assert policy_in_force(tmp_path).policy == own_policy()


def test_an_authoritys_file_holds_only_what_is_different(tmp_path: Path) -> None:
    in_force = policy_in_force(laid(tmp_path, json.dumps({"due_soon_days": 7})))
    assert not in_force.fault
    assert in_force.policy.due_soon_days == 7
    assert in_force.policy.ages == own_policy().ages


def test_a_damaged_default_is_said_too(tmp_path: Path) -> None:
    (tmp_path / DEFAULT).write_text("{", encoding="utf-8")
    with pytest.raises(PolicyFaulty, match=r"default\.json cannot be used"):
        read_policy(tmp_path / DEFAULT)

"""A model of the protocol loses, doubles and brings back nothing; without any one of its rules it does."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from model import EVERY_RULE, Rule, run

QUICK, LONG, WITHOUT = 500, 20_000, 400
RESULTS = Path(__file__).parent / "results" / "model.json"
SHOWN_BY = {
    Rule.ID_IS_KEY: "doubled",
    Rule.DEDUPE: "doubled",
    Rule.EPOCH: "lost",
    Rule.COMMIT_ORDER: "lost",
    Rule.LOG_OUTSIDE: "resurrected",
    Rule.HORIZON: "lost",
    Rule.WITHDRAWAL_FIRST: "overtaken",
    Rule.CONSENT_AGAIN: "unagreed",
    Rule.RECONCILE: "lost",
    Rule.CURSOR_WITH_ROWS: "lost",
    Rule.MEMORY: "shown again",
}


def test_nothing_is_lost_doubled_or_resurrected_in_the_model(request: pytest.FixtureRequest) -> None:
    is_long = request.config.getoption("--long")
    runs = range(LONG if is_long else QUICK)
    wrong = {seed: found for seed in runs if (found := run(seed))}
    if is_long:
        without = {rule.value: dict(bad_runs(rule, LONG // 20)) for rule in Rule}
        said = {"runs": len(runs), "bad": len(wrong), f"bad of {LONG // 20} without": without}
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    assert wrong == {}


@pytest.mark.parametrize("rule", list(Rule))
def test_without_any_one_rule_it_fails(rule: Rule) -> None:
    assert bad_runs(rule, WITHOUT)[SHOWN_BY[rule]]


def bad_runs(rule: Rule, runs: int) -> Counter[str]:
    return Counter(what for seed in range(runs) for what in sorted(run(seed, EVERY_RULE - {rule})))

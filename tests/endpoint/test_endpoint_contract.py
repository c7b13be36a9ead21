"""The contract that is served is the table that answers, and a valid OpenAPI 3.1 as far as its own words go."""

from __future__ import annotations

import json
import re

from ambleton import Laptop, Town, ask

from endpoint.openapi import SHAPES, description, problems_of
from endpoint.resources import RESOURCES
from protocol.codec import encode
from protocol.problems import Problem


def test_every_request_is_in_the_contract_with_each_answer_and_problem_it_can_have(town: Town, priya: Laptop) -> None:
    request = priya.signed_request("GET", "/openapi.json")
    served = ask(request).json()
    assert served == json.loads(encode(description()))
    assert served["openapi"] == "3.1.0"
    assert town.address
    assert {(method.upper(), path) for path, its in served["paths"].items() for method in its} == set(SHAPES)
    assert set(SHAPES) == {(one.method, one.path) for one in RESOURCES}
    for one in RESOURCES:
        answers = served["paths"][one.path][one.method.lower()]["responses"]
        expected = {str(status) for status in SHAPES[one.method, one.path].gives}
        assert set(answers) == expected | {str(problem.status) for problem in problems_of(one)}


def test_every_message_named_is_described_and_strict() -> None:
    contract = description()
    schemas = contract["components"]["schemas"]
    named = set(re.findall(r"#/components/schemas/(\w+)", str(contract)))
    assert named <= set(schemas)
    for name in named - {"Problem"}:
        if schemas[name].get("type") == "object":
            assert schemas[name]["additionalProperties"] is False


def test_every_problem_can_come_of_some_request() -> None:
    reachable = {problem for one in RESOURCES for problem in problems_of(one)}
    assert set(Problem) - reachable == {Problem.METHOD_NOT_ALLOWED}  # of a path that is there, asked otherwise

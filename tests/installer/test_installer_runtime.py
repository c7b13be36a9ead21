"""One truth about what is handed out: pyproject says which packages, the lock which bytes, and nobody says it twice."""

from __future__ import annotations

import re

import pytest

from installer import runtime

LOCK = """# made by uv
cffi==2.1.1 ; platform_python_implementation != 'PyPy' \\
    --hash=sha256:aa
    # via cryptography
Cryptography==50.0.2 \\
    --hash=sha256:bb \\
    --hash=sha256:cc
    # via
    #   ours (pyproject.toml)
    #   signatures
packer==6.0 \\
    --hash=sha256:dd
    # via ours (pyproject.toml)
pytest==9.2.0 \\
    --hash=sha256:ee
    # via
    #   ours (pyproject.toml)
    #   pytest-qt
pytest-qt==4.5.0 \\
    --hash=sha256:ff
    # via ours (pyproject.toml)
signatures==3.0 \\
    --hash=sha256:11
    # via ours (pyproject.toml)
"""
PROJECT = {
    "project": {
        "dependencies": ["signatures==3.0"],
        "optional-dependencies": {"test": ["pytest==9.2.0", "pytest-qt"], "build": ["packer>=6"]},
    }
}


def names(lock: str) -> set[str]:
    return set(re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE))


def test_what_the_program_asks_for_and_what_that_asks_for_is_in_it_and_no_more() -> None:
    assert names(runtime.runtime_lock(LOCK, PROJECT, extras=())) == {"cffi", "Cryptography", "signatures"}


def test_what_builds_it_comes_with_the_build_extra() -> None:
    assert names(runtime.runtime_lock(LOCK, PROJECT)) == {"cffi", "Cryptography", "signatures", "packer"}


def test_every_hash_and_marker_stays() -> None:
    kept = runtime.runtime_lock(LOCK, PROJECT)
    assert all(f"--hash=sha256:{two}" in kept for two in ("aa", "bb", "cc", "11"))
    assert "cffi==2.1.1 ; platform_python_implementation != 'PyPy' \\\n" in kept


def test_a_package_that_is_not_pinned_is_refused_by_name() -> None:
    project = {"project": {"dependencies": ["signatures", "New_Thing[all]>=2 ; python_version > '3'"]}}
    with pytest.raises(LookupError, match="new-thing"):
        runtime.runtime_lock(LOCK, project, extras=())


def test_of_this_checkout_it_is_a_true_part_of_the_lock_without_tests_and_endpoint() -> None:
    lock = (runtime.ROOT / "requirements.lock").read_text("utf-8")
    kept = runtime.of_this_checkout()
    assert kept
    assert all(pin.lines in lock for pin in runtime.read_lock(kept).values())
    assert not names(kept) & {"pytest", "hypothesis", "starlette", "sqlalchemy", "granian", "pydantic", "pikepdf"}
    assert {"pyside6-essentials", "sqlcipher3", "pyinstaller"} <= names(kept)

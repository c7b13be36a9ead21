"""The frozen program, built once for all tests that need it, and only when something in it has changed."""

from __future__ import annotations

import sys
import sysconfig
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("NOT RUN: there is a build to test on Linux alone", allow_module_level=True)

if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
    pytest.skip("NOT RUN: this Python has no shared library to hand out", allow_module_level=True)

TESTS = Path(__file__).parent.parent
sys.path.append(str(TESTS / "accessibility"))

from installer.linux import build  # noqa: E402 - on Linux alone


@pytest.fixture(scope="session")
def bundle() -> Path:
    """Return the folder that is handed out."""
    return build.build()

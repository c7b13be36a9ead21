"""The version of what is handed out, read where it is written down once."""

from __future__ import annotations

import tomllib

from installer.runtime import ROOT

VERSION: str = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

"""A run of the command line in this process, a small law, and a run in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from electrules.cli.app import app

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[bytes]"]

VOCABULARY = """language: English

vocabulary
  Loại hộ | sort: one of nhà | house; thuyền | boat.
  Số người | heads: whole number from 0 to 1,000, unit người | head, heads; asks "Có bao nhiêu người?" | "How many people live there?".
  Số phiếu | votes: conclusion, whole number from 0 to 100, unit phiếu | vote, votes, says "được chia" | "receives".
  Hội đồng làng | village council: authority; rank 1.

instrument 1/2020/HD "Luật làng": issued by village council on 2020-01-01; in force from 2020-02-01.

article 1
  House: with 10 heads or fewer receives 1 vote; with more than 10 heads, 1 further vote for each further full 5 heads; at most 20 votes in all.

article 2
  Boat: receives 2 votes.
"""

CASES = """
case "a full house"
  Given: sort is house, with 20 heads; asked for votes on 2021-01-01; then 3 votes, under article 1 of 1/2020/HD.
"""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `electrules` in this process, in English unless told otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    def invoke(*arguments: str | Path, stdin: str | bytes | None = None, env: Mapping[str, str] | None = None) -> Result:
        return CliRunner().invoke(app, [str(each) for each in arguments], input=stdin, env=env)

    return invoke


@pytest.fixture
def process() -> Process:
    """Run `electrules` in a process of its own."""

    def start(*arguments: str | Path | bytes, env: Mapping[str, str] | None = None, **more: object) -> subprocess.CompletedProcess[bytes]:
        path = os.pathsep.join(each for each in sys.path if each)
        surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": path, **(env or {})}
        given = [each if isinstance(each, bytes) else str(each) for each in arguments]
        return subprocess.run([sys.executable, "-m", "electrules", *given], capture_output=True, env=surroundings, timeout=120, check=False, **more)  # type: ignore[call-overload, no-any-return]

    return start


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """A folder with a small law that stands by itself, and one case."""
    folder = tmp_path / "Đặt luật ở đây"
    folder.mkdir()
    (folder / "luật làng.luat").write_text(VOCABULARY + CASES, encoding="utf-8")
    return folder

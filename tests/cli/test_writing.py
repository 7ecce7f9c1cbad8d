"""What is written is written whole, where it may be; what cannot be read or written ends with a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from electrules.cli.ending import Ending
from electrules.cli.rules import write

LONG = "a" * 5_000


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", LONG), ("test", LONG), ("fmt", LONG), ("translate", LONG, "--to", "vi"), ("ask", "votes", "--rules", LONG), ("result", LONG),
        ("ask", "votes", "--facts", LONG), ("distribute", "3", LONG, "--method", "dean"), ("coverage", "-o", LONG),
    ],
    ids=lambda each: " ".join(each)[:30],
)  # fmt: skip
def test_a_name_too_long_for_the_system_is_said(run, village: Path, arguments: tuple[str, ...]) -> None:
    rules = () if "--rules" in arguments or arguments[0] in ("fmt", "result", "distribute") else ("--rules", village)
    made = run(*arguments, *rules)
    assert made.exit_code == (2 if "-o" in arguments else 3) and LONG[:100] in made.output


def test_a_file_that_may_not_be_written_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.luat"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o444)
    with pytest.raises(Ending):
        write(path, "new", "en")
    assert path.read_text(encoding="utf-8") == "old" and [each.name for each in tmp_path.iterdir()] == ["a.luat"]


def test_a_file_of_two_names_keeps_both(tmp_path: Path) -> None:
    path, other = tmp_path / "a.luat", tmp_path / "b.luat"
    path.write_text("old and longer", encoding="utf-8")
    os.link(path, other)
    write(path, "new", "en")
    assert (path.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")) == ("new", "new") and path.samefile(other)


def test_a_link_stays_a_link_and_modes_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.luat", tmp_path / "b.luat"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write(link, "new", "en")
    assert link.is_symlink() and path.read_text(encoding="utf-8") == "new" and path.stat().st_mode & 0o777 == 0o640


def test_a_name_as_long_as_a_name_may_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("b" * 255)
    write(path, "new", "en")
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(("redirected", "code"), [(">&-", 2), ("> /dev/full", 2), ("<&-", 3), ("2>&-", 1)])
def test_streams_that_are_closed_or_full(village: Path, redirected: str, code: int) -> None:
    if "full" in redirected and not Path("/dev/full").exists():
        redirected = ">&-"
    facts = "--facts -" if "<" in redirected else ""
    command = f'"{sys.executable}" -m electrules ask votes --on 2021-01-01 --lang en --rules "{village}" {facts} {redirected}'
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)}
    made = subprocess.run(command, shell=True, capture_output=True, text=True, env=surroundings, check=False)
    assert made.returncode == code and "Internal error" not in made.stderr, made.stderr

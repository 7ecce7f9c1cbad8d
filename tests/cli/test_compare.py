"""`compare`: two days, two sets of rules, or the files as they are and as last committed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FILE = "luật làng.luat"
AN_GIANG = ("--set", "kind=province", "--set", "mountainous=no", "--set", "highland=no", "--set", "name=An Giang")


def test_what_an_amendment_changed(run) -> None:
    days = ("--on", "2016-05-22", "--on", "2021-05-23")
    made = run("compare", "seats", *days, *AN_GIANG, "--set", "population=1904532")
    assert made.exit_code == 0
    for text in ("68", "62", "77/2015/QH13", "47/2019/QH14"):
        assert text in made.stdout
    record = json.loads(run("compare", "seats", *days, *AN_GIANG, "--set", "population=1904532", "--format", "json").stdout)
    (row,) = record["rows"]
    assert (row["before"]["value"], row["after"]["value"], row["difference"]) == (68, 62, -6)


def test_facts_not_given_are_cut_into_intervals(run) -> None:
    made = run("compare", "seats", "--on", "2016-05-22", "--on", "2021-05-23", *AN_GIANG, "--lang", "vi")
    assert made.exit_code == 0 and "Dân số" in made.stdout and "1.050.000 – 1.069.999" in made.stdout and "−1,96 %" in made.stdout


def test_two_sets_of_rules(run, village: Path, tmp_path: Path) -> None:
    edited = shutil.copytree(village, tmp_path / "edited")
    replace(edited / FILE, "Boat: receives 2 votes", "Boat: receives 3 votes")
    made = run("compare", "votes", "--rules", village, "--rules", edited, "--on", "2021-01-01")
    assert made.exit_code == 0 and "sort is boat: 2 → 3 (+1, +50 %)" in made.stdout and "house" not in made.stdout
    everything = run("compare", "--rules", village, "--rules", edited, "--format", "json")
    (found,) = json.loads(everything.stdout)["comparisons"]
    assert found["term"] == "votes" and found["on"] == ["2020-02-01", "2020-02-01"]
    assert "Nothing differs" in run("compare", "--rules", village, "--rules", village).stdout


def test_cases_that_came_out_differently(run, village: Path, tmp_path: Path) -> None:
    edited = shutil.copytree(village, tmp_path / "edited")
    replace(edited / FILE, "further full 5 heads", "further full 2 heads")
    made = run("compare", "--rules", village, "--rules", edited)
    assert made.exit_code == 0 and "a full house" in made.stdout
    record = json.loads(run("compare", "--rules", village, "--rules", edited, "--format", "json").stdout)
    assert [each["what"] for each in record["cases"]] == ["changed"]
    replace(edited / FILE, 'case "a full house"', 'case "a fuller house"')
    record = json.loads(run("compare", "--rules", village, "--rules", edited, "--format", "json").stdout)
    assert sorted(each["what"] for each in record["cases"]) == ["gone", "new"]


def test_one_day_of_two_laws(run) -> None:
    """The same event under the law of two days: what a transition keeps apart."""
    made = run("compare", "seats", "--on", "2021-05-23", "--law-on", "2019-01-01", "--law-on", "2021-05-23", *AN_GIANG, "--set", "population=1904532")
    assert made.exit_code == 0 and "68" in made.stdout and "62" in made.stdout


def test_the_files_as_last_committed(run, village: Path) -> None:
    git(village, "init", "-q")
    made = run("compare", "votes", "--rules", village)
    assert made.exit_code == 2 and "no git repository with a commit" in made.stderr
    (village / "other.txt").write_text("x")
    git(village, "add", "other.txt")
    git(village, "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "other")
    made = run("compare", "votes", "--rules", village / FILE)
    assert made.exit_code == 2 and "not part of the last commit" in made.stderr
    git(village, "add", "-A")
    git(village, "-c", "user.name=n", "-c", "user.email=e", "commit", "-q", "-m", "first")
    assert "Nothing differs" in run("compare", "--rules", village).stdout
    replace(village / FILE, "Boat: receives 2 votes", "Boat: receives 3 votes")
    for path in (village, village / FILE):
        made = run("compare", "votes", "--rules", path)
        assert made.exit_code == 0 and "sort is boat: 2 → 3 (+1, +50 %)" in made.stdout


def test_no_git_and_no_repository(run, village: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    made = run("compare", "--rules", village)
    assert made.exit_code == 2 and "twice" in made.stderr and "Traceback" not in made.stderr
    monkeypatch.setenv("PATH", str(tmp_path))
    made = run("compare", "--rules", village, "--lang", "vi")
    assert made.exit_code == 2 and "không tìm thấy lệnh git" in made.stderr


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True)


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")

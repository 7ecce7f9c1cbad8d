"""`electrules calendar`: a table, JSON, files in five formats; days that the law does not allow are said and exit with 1."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LAW = """language: English

vocabulary
  Hội đồng | council: authority; rank 1.
  Thư ký | clerk: actor.
  Ngày bầu | vote day: day asked.
  Ngày bầu lại | second vote day: day.
  Có hải đảo | islands: yes or no; says "có hải đảo" | "has islands".
  Dân số | people: whole number from 0 to 1,000,000; unit dân | person, persons.
  Công bố | announcement: event.
  Khiếu nại | complaint: event.
  Trả lời | answer: event.
  Chở phiếu | shipping: event.
  Thêm hòm | further boxes: event.

instrument 1/2020/HD "Luật làng": issued by council on 2020-01-01; in force from 2020-02-01.
  Official text read.

article 1
  Vote day must be a sunday.
  No later than 10 days before vote day, the clerk must see to announcement.

article 2
  Within 3 days from the day of announcement, the clerk may see to complaint.
  Within 2 days from complaint, the clerk must see to answer.

article 3
  When has islands then no later than 1 day before vote day, the clerk must see to shipping.
  When people is more than 5,000 persons then no later than 2 days before vote day, the clerk must see to further boxes.

article 4
  As provided in article 1 counted from second vote day.
  Second vote day must be a saturday.
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "law.luat"
    path.write_text(LAW, encoding="utf-8")
    return path


def test_a_table_by_months(run, rules: Path) -> None:
    made = run("calendar", "--election-day", "2021-05-02", "--rules", rules)
    lines = [" ".join(line.split()) for line in made.stdout.splitlines()]
    assert made.exit_code == 0 and lines[0] == "Calendar of the election on 2021-05-02 (Sunday)"
    april, may = lines.index("April 2021"), lines.index("May 2021")
    assert april < lines.index("2021-04-22 Thursday Announcement Clerk no later than 10 article 1 of") < may
    assert may < lines.index("* 2021-05-01 Saturday Shipping Clerk no later than 1 day article 3 of")
    said = run("calendar", "--election-day", "2021-05-02", "--rules", rules, "--lang", "vi").stdout
    assert "Tháng 4 năm 2021" in said and "22/04/2021" in said and "thứ năm" in said


def test_json_is_that_of_the_interface(run, rules: Path) -> None:
    data = json.loads(run("calendar", "--election-day", "2021-05-02", "--rules", rules, "--format", "json").stdout)
    assert data["election_day"] == "2021-05-02"
    first = data["deadlines"][0]
    assert {name: first[name] for name in ("date", "window", "time", "event", "actor", "offset", "anchor", "day_kind", "non_working")} == {
        "date": "2021-04-22", "window": None, "time": None, "event": "announcement", "actor": "clerk", "offset": -10, "anchor": "vote day",
        "day_kind": "calendar day", "non_working": None,
    }  # fmt: skip
    cited = {"instrument": "1/2020/HD", "article": "1", "clause": None, "point": None, "amended_by": []}
    assert cited.items() <= first["citation"].items()


def dates(run, rules: Path, *more: str, day: str = "2021-05-02") -> dict[str, str]:
    made = run("calendar", "--election-day", day, "--rules", rules, "--format", "json", *more)
    return {each["event"]: each["date"] for each in json.loads(made.stdout)["deadlines"]}


def test_real_days_and_facts(run, rules: Path) -> None:
    assert dates(run, rules)["answer"] == "2021-04-27"
    assert dates(run, rules, "--done", "announcement=2021-04-20")["answer"] == "2021-04-25"
    assert dates(run, rules, "--done", "Công bố = 2021-04-20", "--done", "complaint=2021-04-21")["answer"] == "2021-04-23"
    assert "shipping" not in dates(run, rules, "--set", "islands=no") and "shipping" in dates(run, rules, "--set", "islands=yes")
    assert "further boxes" in dates(run, rules, "--set", "people=5001") and "further boxes" not in dates(run, rules, "--set", "people=5000")


def test_a_calendar_of_another_day(run, rules: Path) -> None:
    assert dates(run, rules, "--kind", "second vote", day="2021-06-19") == {"announcement": "2021-06-09"}
    sunday = run("calendar", "--election-day", "2021-06-20", "--rules", rules, "--kind", "second vote")
    assert sunday.exit_code == 1 and "! NOT KEPT: must: second vote day is a Saturday; article 4 of 1/2020/HD" in sunday.stdout


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2021-05-03", "NOT KEPT: must: vote day is a Sunday; article 1 of 1/2020/HD"),
        (
            "2019-05-05",
            "Not read: the rulebook holds law on deadlines only from 2020-02-01 (article 1 of 1/2020/HD), later than the day whose law is asked.",
        ),
    ],
)
def test_a_day_that_the_law_does_not_allow_is_said(run, rules: Path, tmp_path: Path, day: str, said: str) -> None:
    made = run("calendar", "--election-day", day, "--rules", rules)
    assert made.exit_code == 1 and said in made.stdout
    written = run("calendar", "--election-day", day, "--rules", rules, "-o", tmp_path / "c.csv")
    assert written.exit_code == 1 and said in written.stderr and (tmp_path / "c.csv").exists()
    assert run("calendar", "--election-day", day, "--rules", rules, "--format", "json").exit_code == 1


@pytest.mark.parametrize(
    ("suffix", "starts"),
    [("ics", b"BEGIN:VCALENDAR\r\n"), ("xlsx", b"PK\x03\x04"), ("HTML", b"<!doctype html>"), ("csv", b"\xef\xbb\xbf"), ("json", b"{")],
)
def test_a_file_of_each_format(run, rules: Path, tmp_path: Path, suffix: str, starts: bytes) -> None:
    path = tmp_path / f"lịch bầu cử.{suffix}"
    made = run("calendar", "--election-day", "2021-05-02", "--rules", rules, "-o", path)
    assert (made.exit_code, made.stdout) == (0, "") and str(path) in made.stderr
    assert path.read_bytes().startswith(starts)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "--election-day is missing"),
        (("--election-day", "23/05/2021"), 2, "2021-05-23"),
        (("--election-day", "2021-05-02", "-o", "c.docx"), 2, ".ics, .xlsx, .html, .csv, .json"),
        (("--election-day", "2021-05-02", "--done", "announcement"), 2, "NAME=VALUE"),
        (("--election-day", "2021-05-02", "--done", "anouncement=2021-04-20"), 3, "announcement"),
        (("--election-day", "2021-05-02", "--done", "announcement=soon"), 3, "ER0612"),
        (("--election-day", "2021-05-02", "--done", "announcement=2021-04-20", "--done", "announcement=2021-04-21"), 3, "ER0607"),
        (("--election-day", "2021-05-02", "--kind", "third vote"), 3, "ER0601"),
    ],
)
def test_what_cannot_be_asked(run, rules: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    made = run("calendar", *arguments, "--rules", rules)
    assert made.exit_code == code and said in made.stderr, made.output


def test_without_the_extra_it_says_what_to_install(run, rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr("electrules.export.extra.import_module", missing)
    made = run("calendar", "--election-day", "2021-05-02", "--rules", rules, "-o", tmp_path / "c.xlsx")
    assert made.exit_code == 2 and "pip install 'electrules[calendar]'" in made.stderr and not (tmp_path / "c.xlsx").exists()
    assert run("calendar", "--election-day", "2021-05-02", "--rules", rules, "-o", tmp_path / "c.csv").exit_code == 0

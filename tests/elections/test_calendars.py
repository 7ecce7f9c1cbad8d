"""The calendars of the elections of 2016, 2021, 2026 and of by-elections: every deadline of the law, none besides.

`deadlines.md` lists the rows with their offsets before and after law 83/2025; the goldens are the calendars as a lawyer reads them:
`PYTHONPATH=tests python tests/elections/test_calendars.py` writes them again.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from electrules.calendar import Calendar, Deadline
from electrules.explain.row import rows_of
from shipped import law

LAW = "85/2015/QH13"
TABLE = Path(__file__).with_name("deadlines.md")
GOLDEN = Path(__file__).parents[1] / "golden"
GENERAL = {"2016-05-22": 0, "2021-05-23": 0, "2026-03-15": 1}
BY_ELECTIONS = {"2018-06-10": 0, "2022-06-12": 0, "2027-06-13": 1}
ANCHORS = {
    "election day": "E",
    "by-election day": "B",
    "opening of voting": "V",
    "posting of the voter list": "P",
    "complaint on the voter list": "K",
    "publication of the official National Assembly candidate list": "Q",
    "publication of the official council candidate list": "H",
}
NATIONAL, COUNCIL = "Công bố kết quả bầu cử đại biểu Quốc hội", "Công bố kết quả bầu cử đại biểu Hội đồng nhân dân"
OPENING = "Bắt đầu bỏ phiếu"


@cache
def calendar(day: str, kind: str | None = None) -> Calendar:
    return law().calendar(day, kind=kind)


def listed(state: int, by_election: bool) -> Counter[tuple[str, str]]:
    """The rows of the table of one state of the law: (provision, how it is counted)."""
    cells = [
        [each.strip() for each in line.strip("|\n").split("|")] for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("|")
    ]
    rows = [(place, counts[state]) for name, place, *counts in cells[2:] if name.startswith(("B", "Đ90", "Đ91", "Đ93", "Đ94")) == by_election]
    return Counter(row for row in rows if row[1] != "-")


def place(row: Deadline) -> str:
    cited = row.citation
    number = ".".join(each for each in (cited.article, cited.clause, cited.point) if each)
    return number if cited.instrument == LAW else f"{cited.instrument} {number}"


def count(row: Deadline) -> str:
    anchor = ANCHORS[row.anchor_in("en") or ""]
    offset = f"{row.offset:+}" if row.offset else ""
    unit = {"calendar day": "", "hour": "h"}[row.day_kind]
    clock = f"@{row.time:%H:%M}" if row.time and (anchor in "EB" or row.limit.start or row.limit.finish) else ""
    return f"{'[' if row.window else ''}{anchor}{offset}{unit}{clock}"


def found(made: Calendar) -> Counter[tuple[str, str]]:
    return Counter((place(row), count(row)) for row in made if row.anchor is not None)


@pytest.mark.parametrize(("day", "state"), GENERAL.items())
def test_a_general_election_has_the_deadlines_of_the_law_and_no_other(day: str, state: int) -> None:
    assert found(calendar(day)) == listed(state, by_election=False)


@pytest.mark.parametrize(("day", "state"), BY_ELECTIONS.items())
def test_a_by_election_has_the_deadlines_of_the_law_and_no_other(day: str, state: int) -> None:
    wanted = listed(state, by_election=True)
    if day < "2021-01-11":  # resolution 1186 took the place of 1134, with the same days
        wanted = Counter({(name.replace("1186/2021/UBTVQH14", "1134/2016/UBTVQH13"), how): times for (name, how), times in wanted.items()})
    assert found(calendar(day, "by-election")) == wanted


@pytest.mark.parametrize("day", GENERAL)
def test_dates_are_plain_subtraction_from_election_day(day: str) -> None:
    on = date.fromisoformat(day)
    for row in calendar(day):
        if row.anchor_in("en") == "election day":
            assert row.first == on + timedelta(days=row.offset or 0), row
        if row.window and row.anchor is not None:
            assert row.window == (on - timedelta(days=10), on - timedelta(days=1)), row


def test_only_plans_and_resolutions_name_days_of_one_election() -> None:
    fixed = {(place(row), row.date or row.window, row.time) for day in GENERAL for row in calendar(day) if row.anchor is None}
    assert fixed == {
        ("1187/NQ-UBTVQH14 1.1.b", date(2021, 2, 1), None),
        ("42/KH-HĐBCQG 1", (date(2021, 2, 22), date(2021, 2, 27)), None),
        ("41/NQ-HĐBCQG 3.2", (date(2021, 2, 22), date(2021, 3, 14)), time(17)),
        ("40/NQ-HĐBCQG 1", (date(2025, 12, 15), date(2026, 2, 1)), time(17)),
        ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN 1", (date(2025, 12, 17), date(2026, 1, 25)), None),
        ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN 1", (date(2026, 2, 4), date(2026, 2, 8)), None),
    }


def at(made: Calendar, article: str) -> list[tuple[str, date | None]]:
    return [(row.event, row.date) for row in made if row.citation.article == article and row.citation.instrument == LAW]


def test_the_bodies_of_a_by_election_do_what_those_of_a_general_election_do() -> None:
    """Clause 4 article 90; a province has no by-election committee of its own for the National Assembly (clause 1)."""
    made = calendar("2027-06-13", "by-election")
    actors = {actor for row in made if row.citation.article in ("90", "92", "93", "94") for actor, _ in row.limit.actors}
    assert {each for each in actors if "bầu cử" in each and "bổ sung" not in each} == {"Ủy ban bầu cử ở tỉnh"}
    by = {row.event: row.actor for row in made}
    assert by["Gửi biên bản kết quả kiểm phiếu"] == "Tổ bầu cử bổ sung"
    assert by[NATIONAL] == "Hội đồng bầu cử bổ sung" and by[COUNCIL] == "Ủy ban bầu cử bổ sung"
    assert by["Gửi biên bản kết quả bầu cử đại biểu Quốc hội ở đơn vị bầu cử"] == "Ban bầu cử bổ sung đại biểu Quốc hội"


def test_the_voter_list_of_a_by_election_stands_for_the_one_posted() -> None:
    """Article 91 applies chapter IV: articles 33 and 34 are counted from the publication of its list."""
    listed_early = law().calendar("2027-06-13", kind="by-election", done={"Công bố danh sách cử tri bầu cử bổ sung": "2027-05-03"})
    rows = {(row.event, row.bound): row.date for row in listed_early}
    certificate = "Xin giấy chứng nhận để bầu cử bổ sung ở địa phương khác"
    assert (rows[certificate, "earliest"], rows[certificate, "until"]) == (date(2027, 5, 3), date(2027, 6, 13))
    assert rows["Khiếu nại danh sách cử tri bầu cử bổ sung", "within"] == date(2027, 6, 2)
    assert rows["Giải quyết khiếu nại danh sách cử tri bầu cử bổ sung", "within"] == date(2027, 6, 7)


def test_complaints_on_the_result_of_a_by_election_go_to_its_bodies_once() -> None:
    """Article 94 applies article 87."""
    made = law().calendar("2027-06-13", kind="by-election", done={NATIONAL: "2027-06-20", COUNCIL: "2027-06-18"})
    rows = [(row.date, row.actor) for row in made if "hiếu nại kết quả" in row.event]
    assert rows == [
        (date(2027, 6, 21), "Người khiếu nại kết quả bầu cử"),
        (date(2027, 6, 23), "Người khiếu nại kết quả bầu cử"),
        (date(2027, 6, 28), "Ủy ban bầu cử bổ sung"),
        (date(2027, 6, 30), "Hội đồng bầu cử bổ sung"),
    ]


def test_extra_elections_and_re_runs_name_who_decides_on_them() -> None:
    """Articles 79, 80 and 81."""
    by = {row.event: row.actor for row in calendar("2021-05-23")}
    assert by["Tổ chức bầu cử thêm"] == by["Tổ chức bầu cử lại"] == "Hội đồng bầu cử quốc gia và Ủy ban bầu cử"
    assert by["Tổ chức bầu cử lại sau khi hủy kết quả"] == "Hội đồng bầu cử quốc gia"


def test_what_is_counted_from_the_posting_moves_with_it() -> None:
    complaint, settlement = "Khiếu nại danh sách cử tri", "Giải quyết khiếu nại danh sách cử tri"
    assert at(calendar("2021-05-23"), "33") == [(complaint, date(2021, 5, 13)), (settlement, date(2021, 5, 18))]
    early = law().calendar("2021-05-23", done={"Niêm yết danh sách cử tri": "2021-04-10"})
    assert at(early, "33") == [(complaint, date(2021, 5, 10)), (settlement, date(2021, 5, 15))]
    made = law().calendar("2021-05-23", done={complaint: "2021-04-20"})
    assert (settlement, date(2021, 4, 25)) in at(made, "33")


@pytest.mark.parametrize(
    ("day", "published", "national", "council"),
    [
        ("2021-05-23", ("2021-06-10", "2021-06-01"), (date(2021, 6, 15), date(2021, 7, 15)), (date(2021, 6, 6), date(2021, 6, 26))),
        ("2026-03-15", ("2026-03-21", "2026-03-25"), (date(2026, 3, 24), date(2026, 3, 31)), (date(2026, 3, 28), date(2026, 4, 4))),
    ],
)
def test_complaints_on_the_result_wait_for_its_publication(
    day: str, published: tuple[str, str], national: tuple[date, date], council: tuple[date, date]
) -> None:
    assert not at(calendar(day), "87")
    made = dict(at(law().calendar(day, done=dict(zip((NATIONAL, COUNCIL), published, strict=True))), "87"))
    for body, (sent, settled) in (("Quốc hội", national), ("Hội đồng nhân dân", council)):
        complaint = f"hiếu nại kết quả bầu cử đại biểu {body}"
        assert (made.pop(f"K{complaint}"), made.pop(f"Giải quyết k{complaint}")) == (sent, settled)
    assert not made


@pytest.mark.parametrize(("day", "kind"), [("2021-05-23", None), ("2026-03-15", None), ("2022-06-12", "by-election")])
def test_what_is_counted_from_the_opening_moves_with_an_early_opening(day: str, kind: str | None) -> None:
    usual, early = (
        [row for row in made if row.anchor == OPENING and not (row.limit.start or row.limit.finish)]
        for made in (calendar(day, kind), law().calendar(day, kind=kind, done={OPENING: f"{day}T05:00"}))
    )
    assert usual and [row.event for row in usual] == [row.event for row in early]
    assert {row.time for row in usual} == {time(7)} and {row.time for row in early} == {time(5)}
    assert [row.date for row in usual] == [row.date for row in early]


@pytest.mark.parametrize(
    ("told", "offset"), [({}, -42), ({"law_on": "2025-06-30"}, -70), ({"known": "2025-06-23"}, -70), ({"known": "2025-06-24"}, -42)]
)
def test_the_law_of_another_day_or_as_known_then(told: dict[str, str], offset: int) -> None:
    (dossier,) = (row for row in law().calendar("2026-03-15", **told) if place(row) == "35.1")  # type: ignore[arg-type]
    assert (dossier.offset, bool(dossier.citation.amended_by)) == (offset, offset == -42)


@pytest.mark.parametrize("day", [*GENERAL, *BY_ELECTIONS])
def test_a_weekend_is_off_and_a_weekday_only_if_the_law_says_so(day: str) -> None:
    for row in calendar(day, "by-election" if day in BY_ELECTIONS else None):
        last = row.window[1] if row.window else row.date
        assert last is not None
        if last.isoweekday() == 7:
            assert row.non_working is True, row
    holidays = {row.date for row in calendar(day) if day in GENERAL and row.date and row.non_working and row.date.isoweekday() < 6}
    assert holidays == {"2021-05-23": {date(2021, 5, 3)}, "2026-03-15": {date(2026, 2, 20)}}.get(day, set())


def test_what_law_83_changed_cites_it_and_nothing_else_does() -> None:
    for row in calendar("2026-03-15"):
        amended = [each.instrument for each in row.citation.amended_by]
        assert amended in ([], ["83/2025/QH15"])
        before = {(place(each), count(each)) for each in calendar("2021-05-23") if each.anchor is not None}
        if row.anchor is not None and row.citation.instrument == LAW and (place(row), count(row)) not in before:
            assert amended, row


def written(made: Calendar, title: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    yield "| ngày | thứ | giờ | việc | ai | cách tính | căn cứ | nghỉ |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for row in rows_of(made, "vi"):
        span = f"{row.first:%d/%m/%Y} – {row.last:%d/%m/%Y}" if row.is_span else f"{row.first:%d/%m/%Y}"
        off = {True: "nghỉ", False: "", None: "?"}[row.deadline.non_working]
        places = "; ".join((row.place, *(each.text("vi") for each in row.deadline.limit.also)))
        yield f"| {span} | {row.weekday} | {row.clock} | {row.event} | {row.actor} | {row.count} | {places} | {off} |"
    yield ""


def goldens() -> dict[str, str]:
    made = {f"calendar-{day[:4]}.md": [written(calendar(day), f"Bầu cử ngày {date.fromisoformat(day):%d/%m/%Y}")] for day in GENERAL}
    made["calendar-by-election.md"] = [
        written(calendar(day, "by-election"), f"Bầu cử bổ sung ngày {date.fromisoformat(day):%d/%m/%Y}") for day in ("2022-06-12", "2027-06-13")
    ]
    return {name: "\n".join(line for part in parts for line in part) for name, parts in made.items()}


@pytest.mark.parametrize("name", [*(f"calendar-{day[:4]}.md" for day in GENERAL), "calendar-by-election.md"])
def test_the_calendar_is_the_one_reviewed(name: str) -> None:
    assert goldens()[name] == (GOLDEN / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    for name, text in goldens().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
    sys.exit()

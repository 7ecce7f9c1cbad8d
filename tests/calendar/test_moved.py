"""A day that an authority decided on takes the place of the law's only where the law lets it, and the calendar cites the power."""

from __future__ import annotations

from datetime import date

import pytest

import electrules

POSTING = "Niêm yết danh sách cử tri"


def test_in_2026_the_council_may_move_a_day_and_what_hangs_on_it_moves_too(law: electrules.Rulebook) -> None:
    plain, moved = law.calendar("2026-03-15"), law.calendar("2026-03-15", moved={POSTING: "2026-02-01"})
    (row,) = (each for each in moved if each.moved_by)
    assert (row.event, row.date) == (POSTING, date(2026, 2, 1))
    assert str(row.moved_by.citation) == "khoản 3 Điều 98 của 85/2015/QH13 được sửa đổi bởi Điều 1 của 83/2025/QH15"
    assert "Hội đồng bầu cử quốc gia đã điều chỉnh" in str(row) and "moved by the national election council" in row.text("en")
    days = {each.limit.name: each.date for each in plain}
    changed = {each.event: each.date - days[each.limit.name] for each in moved if days[each.limit.name] != each.date}
    assert {POSTING, "Khiếu nại danh sách cử tri", "Giải quyết khiếu nại danh sách cử tri"} <= set(changed)
    assert set(changed.values()) == {date(2026, 2, 1) - date(2026, 2, 3)}


def test_in_2021_nobody_could(law: electrules.Rulebook) -> None:
    with pytest.raises(electrules.FactErrors) as raised:
        law.calendar("2021-05-23", moved={POSTING: "2021-04-01"})
    assert [each.code for each in raised.value.diagnostics] == ["ER0624"]


def test_the_tree_carries_the_power(law: electrules.Rulebook) -> None:
    tree = law.limits(on="2026-03-15")
    assert all(each.licences for each in tree.limits if each.citation.instrument == "85/2015/QH13")
    before = [each for each in law.limits(on="2021-05-23").limits if each.licences]
    assert {each.citation.text("vi") for each in before} == {"khoản 1 Điều 71 của 85/2015/QH13"}  # voting early or put off
    assert {each.citation.article for limit in before for each in limit.licences} == {"71", "72"}
    assert electrules.Tree.from_dict(tree.to_dict()) == tree


OPENING, CLOSE = "Bắt đầu bỏ phiếu", "Kết thúc bỏ phiếu"
TEAM, COUNCIL = ("Tổ bầu cử", "71"), ("Hội đồng bầu cử quốc gia", "72")


def voting(law: electrules.Rulebook, **told: dict[str, str]) -> dict[str, tuple[str, tuple[str, str | None] | None]]:
    """When voting opens and closes in 2021, and by whose power."""
    rows = {each.event: each for each in law.calendar("2021-05-23", **told) if each.event in (OPENING, CLOSE)}
    by = {event: row.moved_by and (row.moved_by.authority[0], row.moved_by.citation.article) for event, row in rows.items()}
    return {event: (f"{row.date} {row.time:%H:%M}", by[event]) for event, row in rows.items()}


@pytest.mark.parametrize(
    ("moved", "opening", "close"),
    [
        ({}, ("2021-05-23 07:00", None), ("2021-05-23 19:00", None)),
        ({OPENING: "2021-05-23T05:00"}, ("2021-05-23 05:00", TEAM), ("2021-05-23 19:00", None)),
        ({CLOSE: "2021-05-23T21:00"}, ("2021-05-23 07:00", None), ("2021-05-23 21:00", TEAM)),
        ({OPENING: "2021-05-20T07:00"}, ("2021-05-20 07:00", COUNCIL), ("2021-05-20 19:00", None)),
        ({OPENING: "2021-05-20T06:00", CLOSE: "2021-05-20T20:30"}, ("2021-05-20 06:00", COUNCIL), ("2021-05-20 20:30", TEAM)),
        ({CLOSE: "2021-05-20T20:30", OPENING: "2021-05-20T06:00"}, ("2021-05-20 06:00", COUNCIL), ("2021-05-20 20:30", TEAM)),
    ],
)
def test_the_team_moves_the_hour_and_the_council_the_day_with_its_close(
    law: electrules.Rulebook, moved: dict[str, str], opening: object, close: object
) -> None:
    assert voting(law, moved=moved) == {OPENING: opening, CLOSE: close}


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ({OPENING: "2021-05-23T04:59"}, "từ 05:00 đến 21:00"),
        ({CLOSE: "2021-05-23T21:01"}, "từ 05:00 đến 21:00"),
        ({OPENING: "2021-05-20T04:30"}, "từ 05:00 đến 21:00"),
        ({CLOSE: "2021-05-24T19:00"}, "phải cùng ngày với Bắt đầu bỏ phiếu"),
        ({OPENING: "2021-05-20T07:00", CLOSE: "2021-05-23T19:00"}, "phải cùng ngày với Bắt đầu bỏ phiếu"),
    ],
)
def test_no_power_moves_past_the_bounds_of_the_law(law: electrules.Rulebook, moved: dict[str, str], said: str) -> None:
    with pytest.raises(electrules.FactErrors) as raised:
        law.calendar("2021-05-23", moved=moved)
    (found,) = raised.value.diagnostics
    assert found.code == "ER0624" and said in found.message("vi")
    assert "Điều" not in found.message("en").replace(OPENING, "").replace(CLOSE, "")


def test_the_close_follows_the_real_opening(law: electrules.Rulebook) -> None:
    assert voting(law, done={OPENING: "2021-05-20T06:30"})[CLOSE] == ("2021-05-20 19:00", None)


def test_a_power_over_the_hour_moves_no_day() -> None:
    text = """language: English

vocabulary
  Hội đồng | Council: authority; rank 1.
  Tổ | team: actor.
  Ngày họp | meeting day: day asked.
  Khai mạc | opening: timed event.
  Bế mạc | closing: timed event.

instrument 1/2020/QH14 "A": issued by the Council on 2020-01-01; in force from 2020-01-02.

article 1
  Opening at 08:00 on meeting day.
  Closing at 17:00 of the same day as opening.
  The team may move the hours of the steps in article 1, but not before 07:00 and not after 18:30 of the same day.
"""
    law = electrules.load(text=text, base=None, lang="en")
    assert str(law.ask("closing", on="2021-06-01").value) == "2021-06-01 17:00:00"
    with pytest.raises(electrules.FactErrors) as raised:
        law.calendar("2021-06-01", moved={"opening": "2021-06-02T08:00"})
    assert raised.value.diagnostics[0].message("en") == 'article 1 of 1/2020/QH14 lets the hour of "opening" be moved, not its day.'

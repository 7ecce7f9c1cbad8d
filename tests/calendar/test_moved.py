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
    assert {each.citation.article for limit in before for each in limit.licences} == {"72"}
    assert electrules.Tree.from_dict(tree.to_dict()) == tree

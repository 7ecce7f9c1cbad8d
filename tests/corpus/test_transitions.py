"""Transitions: what they keep alive for earlier events, with all that is said about it, and what they cannot condition."""

from __future__ import annotations

import pytest
from rule_texts import header, law, wrong

from electrules.diagnostics.errors import FactErrors

SECOND = header("2/2021/QH14", "01/01/2021", "01/06/2021")
CONTINUES = "điều 9\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2022 trở đi; trước đó {} tiếp tục theo 1/2020/QH14 khi chưa sửa đổi.\n"
SEATS = CONTINUES.format("số đại biểu")


def test_what_continues_is_still_barred_by_what_is_repealed() -> None:
    first = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu; được lập 3 ban.\nđiều 2\n  Không áp dụng điều 1 khi thuộc miền núi.\n"
    book = law(first, SECOND + "điều 1\n  Bãi bỏ điều 2 của 1/2020/QH14.\nđiều 8\n  Xã: được bầu 9 đại biểu.\n" + CONTINUES.format("số ban"))
    facts = {"kind": "province", "mountainous": True}
    assert book.ask("boards", facts, on="2021-07-01").outcome == "gap"
    assert book.ask("seats", facts, on="2021-07-01").value == 50
    assert book.ask("boards", facts, on="2022-01-01").value == 3


def test_a_constraint_that_is_amended_goes_on_for_what_continues() -> None:
    first = (
        header()
        + "điều 1\n  Tỉnh: luôn thuộc miền núi.\nđiều 2\n  Khi thuộc miền núi thì được bầu 50 đại biểu.\n  Khi thuộc hải đảo thì được lập 3 ban.\n"
    )
    repeals = "điều 1\n  Bãi bỏ điều 1 của 1/2020/QH14.\n"
    book = law(first, SECOND + repeals + SEATS)
    with pytest.raises(FactErrors):
        book.ask("seats", {"kind": "province", "mountainous": False}, on="2021-07-01")
    assert book.ask("seats", {"kind": "province", "mountainous": False}, on="2022-01-01").outcome == "gap"


def test_a_name_of_which_the_changed_places_say_nothing_cannot_continue() -> None:
    first = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\n"
    amends = "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu.\n"
    assert wrong(first, SECOND + amends + CONTINUES.format("số ban")) == ["ER0525"]
    assert wrong(first, SECOND + amends + SEATS) == []


@pytest.mark.parametrize(
    "fixed",
    [
        "Ưu tiên áp dụng điều 1 so với điều 2.",
        "Thời hạn trong văn bản này không tính ngày mốc.",
        "Quốc hội được điều chỉnh thời hạn tại điều 1.",
    ],
)
def test_what_cannot_be_conditional_is_refused_where_the_transition_stands(fixed: str) -> None:
    first = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Tỉnh: được bầu 40 đại biểu.\n"
    place = f"điều 3\n  {fixed}\n"
    assert wrong(first + place) == []
    assert wrong(first + place + "điều 4\n  Chỉ áp dụng điều 3 khi ngày bầu cử từ ngày 01/01/2022 trở đi.\n") == ["ER0524"]


def test_a_tier_builds_on_the_base_that_its_event_has() -> None:
    first = header() + (
        "điều 1\n  điểm a\n    Tỉnh: có từ 1.000 dân trở xuống được bầu 10 đại biểu.\n"
        "  điểm b\n    Tỉnh: có trên 1.000 dân đến 5.000 dân thì cứ thêm đủ 500 dân được bầu thêm 1 đại biểu.\n"
    )
    only = "điều 9\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2022 trở đi.\n"
    replaced = "điều 1\n  Sửa đổi điểm a điều 1 của 1/2020/QH14 như sau: Tỉnh: có từ 1.000 dân trở xuống được bầu 12 đại biểu.\n"
    book = law(first, SECOND + replaced + only)
    facts = {"kind": "province", "population": 1500}
    assert [book.ask("seats", facts, on=on).value for on in ("2021-05-01", "2021-07-01", "2022-01-01")] == [11, 11, 13]

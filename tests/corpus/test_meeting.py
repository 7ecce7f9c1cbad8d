"""Acts of one day: all change the text as it stood before them, and what two write at one place is the same or refused."""

from __future__ import annotations

from itertools import permutations

import pytest
from rule_texts import header, law, wrong

FIRST = header() + "điều 1\n  Tỉnh: được bầu 10 đại biểu.\n  Xã: được bầu 20 đại biểu.\nđiều 2\n  Phường: được bầu 30 đại biểu.\n"
NINTH = header("9/2021/QH14", "01/01/2021", "01/06/2021")
TENTH = header("10/2021/QH14", "01/01/2021", "01/06/2021")
NEVER_EARLIER = "điều 9\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2022 trở đi.\n"


def change(old: int, new: int, place: str = "điều 1") -> str:
    return f"  Thay {old} bằng {new} tại {place} của 1/2020/QH14.\n"


def seats(*texts: str, on: str = "2022-06-01") -> tuple[object, ...]:
    book = law(*texts)
    return tuple(book.ask("seats", {"kind": kind}, on=on).value for kind in ("province", "commune", "ward"))


@pytest.mark.parametrize("order", list(permutations([change(10, 20), change(20, 30), change(30, 10, "điều 2")])))
def test_all_changes_of_one_act_change_the_text_as_it_stood_before(order: tuple[str, ...]) -> None:
    assert seats(FIRST, NINTH, "điều 1\n" + "".join(order)) == (20, 30, 10)


def test_a_swap_swaps_in_one_article_in_two_and_in_two_instruments() -> None:
    there, back = change(10, 20), change(20, 10)
    assert seats(FIRST, NINTH, "điều 1\n" + there + back) == (20, 10, 30)
    assert seats(FIRST, NINTH, "điều 1\n" + there + "điều 2\n" + back) == (20, 10, 30)
    assert seats(FIRST, NINTH, "điều 1\n" + there, TENTH, "điều 1\n" + back) == (20, 10, 30)


def test_a_change_of_the_next_day_changes_what_the_first_has_put_there() -> None:
    next_day = header("10/2021/QH14", "01/01/2021", "02/06/2021")
    assert seats(FIRST, NINTH, "điều 1\n" + change(10, 20), next_day, "điều 1\n" + change(20, 30)) == (30, 30, 30)


def test_changes_of_words_leave_alone_what_is_written_anew_beside_them() -> None:
    amends = "điều 1\n  Sửa đổi điều 2 của 1/2020/QH14 như sau: Phường: được bầu 10 đại biểu.\n"
    assert seats(FIRST, NINTH, amends, "điều 2\n  Thay 10 bằng 20 tại 1/2020/QH14.\n") == (20, 20, 10)
    inserts = "điều 1\n  Bổ sung điều 3 vào sau điều 2 của 1/2020/QH14 như sau: Thị trấn: được bầu 10 đại biểu.\n"
    book = law(FIRST, NINTH, inserts, "điều 2\n  Thay 10 bằng 20 tại 1/2020/QH14.\n")
    assert book.ask("seats", {"kind": "township"}, on="2022-06-01").value == 10


def test_changes_of_words_in_an_act_are_made_at_once_too() -> None:
    new = "Tỉnh: được bầu 40 đại biểu. Xã: được bầu 50 đại biểu."
    amends = header("2/2020/QH14", "01/12/2020", "01/01/2021") + f"điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: {new}\n"
    changes = "điều 1\n  Thay 40 bằng 50 tại điều 1 của 2/2020/QH14.\n  Thay 50 bằng 60 tại điều 1 của 2/2020/QH14.\n"
    assert seats(FIRST, amends, NINTH, changes) == (50, 60, 30)
    assert wrong(FIRST, amends, NINTH, changes, "  Thay 40 bằng 70 tại điều 1 của 2/2020/QH14.\n") == ["ER0416"]


def test_changes_that_a_transition_restricts_are_made_for_its_events_only() -> None:
    acts = NINTH + "điều 1\n" + change(10, 20) + NEVER_EARLIER + "điều 2\n" + change(20, 30)
    assert seats(FIRST, acts, on="2022-01-01") == (20, 30, 30)
    assert seats(FIRST, acts, on="2021-12-31") == (10, 30, 30)


AMEND = "  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu {} đại biểu.\n"
REPEAL = "  Bãi bỏ điều 1 của 1/2020/QH14.\n"
REPEAL_ALL = "  Bãi bỏ 1/2020/QH14.\n"
INSERT = "  Bổ sung điều 3 vào sau điều 2 của 1/2020/QH14 như sau: Tỉnh: được bầu {} đại biểu.\n"
COMMENCE = "  Áp dụng điều 1 của 1/2020/QH14 từ ngày {}/01/2022.\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (AMEND.format(1), AMEND.format(2)),
        (AMEND.format(1), REPEAL),
        (AMEND.format(1), REPEAL_ALL),
        (INSERT.format(1), INSERT.format(2)),
        (INSERT.format(1), REPEAL_ALL),
        (change(10, 11), change(10, 12)),
        (change(10, 11), REPEAL),
        (change(10, 11), AMEND.format(1)),
        (COMMENCE.format("01"), COMMENCE.format("02")),
    ],
)
def test_two_acts_of_one_day_that_write_one_place_differently_are_refused(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        assert wrong(FIRST, NINTH, "điều 1\n" + first, "điều 2\n" + second) == ["ER0416"]
        assert wrong(FIRST, NINTH, "điều 1\n" + first, TENTH, "điều 1\n" + second) == ["ER0416"]


@pytest.mark.parametrize("same", [AMEND.format(1), REPEAL, change(10, 11)])
def test_two_acts_of_one_day_that_write_the_same_are_one(same: str) -> None:
    assert seats(FIRST, NINTH, "điều 1\n" + same, TENTH, "điều 1\n" + same) == seats(FIRST, NINTH, "điều 1\n" + same)


def test_an_act_that_writes_what_another_wrote_that_day_is_cited_beside_it() -> None:
    same = "điều 1\n" + AMEND.format(1)
    answer = law(FIRST, NINTH, same, TENTH, same).ask("seats", {"kind": "province"}, on="2022-01-01")
    (citation,) = answer.citations
    assert [each.text("en") for each in citation.amended_by] == ["article 1 of 9/2021/QH14", "article 1 of 10/2021/QH14"]


def test_acts_of_one_day_that_are_for_different_events_do_not_meet() -> None:
    earlier = "điều 8\n  Chỉ áp dụng điều 2 khi ngày bầu cử trước ngày 01/01/2022.\n"
    acts = NINTH + "điều 1\n" + AMEND.format(1) + "điều 2\n" + AMEND.format(2) + earlier + NEVER_EARLIER
    assert seats(FIRST, acts, on="2021-12-31")[0] == 2
    assert seats(FIRST, acts, on="2022-01-01")[0] == 1

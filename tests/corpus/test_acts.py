"""Acts over time: what stands at an address on a day, who wrote it, and what a transition keeps alive."""

from __future__ import annotations

from datetime import date

import pytest
from rule_texts import header, law, wrong

FIRST = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Xã: được bầu 20 đại biểu.\n"
SECOND = header("2/2021/QH14", "01/01/2021", "01/06/2021")
THIRD = header("3/2022/QH14", "01/01/2022", "01/06/2022")
AMENDS = SECOND + "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu.\n"


def seats(*texts: str, on: str, kind: str = "province", known: str | None = None, law_on: str | None = None) -> tuple[str, object, list[str]]:
    """Outcome, value and citations of the number of seats."""
    answer = law(*texts).ask("seats", {"kind": kind}, on=on, known=known, law_on=law_on)
    return answer.outcome, answer.value, [each.text("en") for each in answer.citations]


AMENDED = "article 1 of 1/2020/QH14 as amended by article 1 of 2/2021/QH14"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2020-02-29", ("unread", None, [])),
        ("2020-03-01", ("answered", 50, ["article 1 of 1/2020/QH14"])),
        ("2021-05-31", ("answered", 50, ["article 1 of 1/2020/QH14"])),
        ("2021-06-01", ("answered", 60, [AMENDED])),
    ],
)
def test_days_of_force_are_half_open(on: str, expected: tuple[str, object, list[str]]) -> None:
    assert seats(FIRST, AMENDS, on=on) == expected


def test_the_law_as_known_before_an_issue_is_without_it() -> None:
    assert seats(FIRST, AMENDS, on="2021-07-01", known="2020-12-31")[1] == 50
    assert seats(FIRST, AMENDS, on="2021-07-01", known="2021-01-01")[1] == 60


def test_the_day_of_the_law_may_be_another() -> None:
    assert seats(FIRST, AMENDS, on="2021-07-01", law_on="2021-05-01")[1] == 50


def test_an_instrument_ends_before_the_day_that_ends_it() -> None:
    ended = header(until="01/01/2023") + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\n"
    assert seats(ended, on="2022-12-31")[0] == "answered"
    assert seats(ended, on="2023-01-01")[0] == "gap"


def test_the_repeal_of_an_instrument_ends_what_was_inserted_too() -> None:
    inserts = SECOND + "điều 1\n  Bổ sung điều 1a vào sau điều 1 của 1/2020/QH14 như sau: Phường: được bầu 9 đại biểu.\n"
    repeals = THIRD + "điều 1\n  Bãi bỏ 1/2020/QH14.\n"
    assert seats(FIRST, inserts, repeals, on="2022-05-31", kind="ward")[1] == 9
    assert seats(FIRST, inserts, repeals, on="2022-06-01", kind="ward")[0] == "gap"
    assert seats(FIRST, inserts, repeals, on="2022-06-01")[0] == "gap"


def test_a_repeal_may_name_its_day() -> None:
    repeals = SECOND + "điều 1\n  Bãi bỏ điều 2 của 1/2020/QH14 từ ngày 01/09/2021.\n"
    assert seats(FIRST, repeals, on="2021-08-31", kind="commune")[1] == 20
    assert seats(FIRST, repeals, on="2021-09-01", kind="commune")[0] == "gap"


def test_a_repealed_amendment_does_not_bring_the_old_text_back() -> None:
    repeals = THIRD + "điều 1\n  Bãi bỏ 2/2021/QH14.\n"
    assert seats(FIRST, AMENDS, repeals, on="2022-07-01")[1] == 60


def test_an_amendment_repealed_before_it_begins_never_applies() -> None:
    repeals = header("3/2021/QH14", "01/02/2021", "01/03/2021") + "điều 1\n  Bãi bỏ điều 1 của 2/2021/QH14.\n"
    assert seats(FIRST, AMENDS, repeals, on="2021-07-01")[1] == 50


def test_an_act_on_an_act_rewrites_it_and_leaves_the_days_before() -> None:
    rewrites = THIRD + 'điều 7\n  Sửa đổi điều 1 của 2/2021/QH14 như sau: "Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 70 đại biểu.".\n'
    assert seats(FIRST, AMENDS, rewrites, on="2022-05-31") == ("answered", 60, [AMENDED])
    answer = law(FIRST, AMENDS, rewrites).ask("seats", {"kind": "province"}, on="2022-06-01")
    (act,) = answer.citations[0].amended_by
    assert (answer.value, act.text("en"), [each.text("en") for each in act.amended_by]) == (
        70,
        "article 1 of 2/2021/QH14 as amended by article 7 of 3/2022/QH14",
        ["article 7 of 3/2022/QH14"],
    )


def test_a_change_of_numbers_in_an_act_changes_what_it_writes() -> None:
    changes = THIRD + "điều 1\n  Thay 60 bằng 65 tại điều 1 của 2/2021/QH14.\n"
    assert seats(FIRST, AMENDS, changes, on="2021-07-01")[1] == 60
    assert seats(FIRST, AMENDS, changes, on="2022-07-01")[1] == 65


def test_words_and_numbers_are_changed_where_they_stand() -> None:
    changes = (
        SECOND
        + "điều 1\n  Thay 50 đại biểu bằng 55 đại biểu tại điều 1 của 1/2020/QH14.\nđiều 2\n  Thay xã bằng phường tại điều 2 của 1/2020/QH14.\n"
    )
    assert seats(FIRST, changes, on="2021-07-01")[1] == 55
    assert seats(FIRST, changes, on="2021-07-01", kind="ward")[1] == 20
    assert seats(FIRST, changes, on="2021-07-01", kind="commune")[0] == "gap"


def test_an_article_that_changes_two_numbers_is_cited_once() -> None:
    first = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\n  Xã: được bầu 20 đại biểu.\n"
    changes = SECOND + "điều 1\n  Thay 50 bằng 55 tại điều 1 của 1/2020/QH14.\n  Thay 20 bằng 25 tại điều 1 của 1/2020/QH14.\n"
    assert seats(first, changes, on="2021-06-01") == ("answered", 55, [AMENDED])
    assert seats(first, changes, on="2021-06-01", kind="commune")[1] == 25


def test_a_replaced_clause_replaces_its_points() -> None:
    points = header() + "điều 1 khoản 1 điểm a\n  Tỉnh: được bầu 50 đại biểu.\nđiểm b\n  Xã: được bầu 20 đại biểu.\n"
    amends = SECOND + "điều 1\n  Sửa đổi khoản 1 Điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu.\n"
    assert seats(points, amends, on="2021-07-01")[1] == 60
    assert seats(points, amends, on="2021-07-01", kind="commune")[0] == "gap"


LETTERED = header() + "điều 1 khoản 1\n  Tỉnh: a) có từ 500 dân trở xuống được bầu 50 đại biểu; b) có trên 500 dân được bầu 55 đại biểu.\n"


def test_a_letter_inside_a_clause_can_be_replaced_and_repealed() -> None:
    amends = SECOND + "điều 1\n  Sửa đổi điểm b khoản 1 Điều 1 của 1/2020/QH14 như sau: Tỉnh có trên 500 dân: được bầu 56 đại biểu.\n"
    repeals = THIRD + "điều 1\n  Bãi bỏ điểm a khoản 1 Điều 1 của 1/2020/QH14.\n"
    book = law(LETTERED, amends, repeals)
    small, large = {"kind": "province", "population": 400}, {"kind": "province", "population": 600}
    assert [book.ask("seats", facts, on="2021-07-01").value for facts in (small, large)] == [50, 56]
    assert [book.ask("seats", facts, on="2022-07-01").outcome for facts in (small, large)] == ["gap", "answered"]


TRANSITION = "điều 9\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2022 trở đi.\n"


def test_a_transition_keeps_the_old_text_alive_and_is_cited_with_it() -> None:
    assert seats(FIRST, AMENDS + TRANSITION, on="2021-12-31") == ("answered", 50, ["article 1 of 1/2020/QH14", "article 9 of 2/2021/QH14"])
    assert seats(FIRST, AMENDS + TRANSITION, on="2022-01-01") == ("answered", 60, [AMENDED])
    assert seats(FIRST, AMENDS + TRANSITION, on="2021-05-31") == ("answered", 50, ["article 1 of 1/2020/QH14"])


def test_a_transition_that_names_a_term_speaks_of_that_term_only() -> None:
    first = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu; được lập 3 ban.\n"
    amends = SECOND + (
        "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu; được lập 4 ban.\n"
        "điều 9\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2022 trở đi; trước đó số đại biểu tiếp tục theo 1/2020/QH14 khi chưa sửa đổi.\n"
    )
    book = law(first, amends)
    assert book.ask("seats", {"kind": "province"}, on="2021-07-01").value == 50
    assert book.ask("boards", {"kind": "province"}, on="2021-07-01").value == 4
    assert book.ask("seats", {"kind": "province"}, on="2022-07-01").value == 60


def test_a_transition_on_a_plain_provision_guards_it() -> None:
    guarded = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2021 trở đi.\n"
    assert seats(guarded, on="2020-12-31")[0] == "gap"
    assert seats(guarded, on="2021-01-01")[1] == 50


def test_a_transition_of_a_later_day_speaks_of_the_days_since() -> None:
    later = THIRD + "điều 1\n  Chỉ áp dụng điều 1 của 2/2021/QH14 khi ngày bầu cử từ ngày 01/01/2023 trở đi.\n"
    assert seats(FIRST, AMENDS, later, on="2022-05-31")[1] == 60
    assert seats(FIRST, AMENDS, later, on="2022-06-01")[1] == 50
    assert seats(FIRST, AMENDS, later, on="2023-01-01")[1] == 60


def test_a_provision_may_begin_and_end_on_days_of_its_own() -> None:
    own = header() + "điều 1\n  Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Áp dụng điều 1 từ ngày 01/01/2021 đến trước ngày 01/01/2022.\n"
    assert [seats(own, on=on)[0] for on in ("2020-12-31", "2021-01-01", "2021-12-31", "2022-01-01")] == ["unread", "answered", "answered", "gap"]


def test_an_amendment_may_begin_later_than_its_instrument() -> None:
    later = AMENDS + "điều 2\n  Áp dụng điều 1 từ ngày 01/01/2023.\n"
    assert [seats(FIRST, later, on=on)[1] for on in ("2021-07-01", "2022-12-31", "2023-01-01")] == [50, 50, 60]


def test_order_is_commencement_then_issue_then_place() -> None:
    a = header("2/2021/QH14", "01/02/2021", "01/06/2021") + "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu.\n"
    b = header("3/2021/QH14", "01/01/2021", "01/06/2021") + "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 61 đại biểu.\n"
    assert seats(FIRST, a, b, on="2021-07-01")[1] == seats(b, a, FIRST, on="2021-07-01")[1] == 60


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("ER0404", "Sửa đổi điều 9 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu."),
        ("ER0404", "Bãi bỏ điểm a khoản 1 Điều 1 của 1/2020/QH14."),
        ("ER0404", "Thay 51 bằng 60 tại điều 1 của 1/2020/QH14."),
        ("ER0404", "Bổ sung điều 2 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu."),
        ("ER0401", "Sửa đổi điều 1 của 7/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu."),
        ("ER0401", "Chỉ áp dụng điều 9 khi thuộc hải đảo."),
    ],
)
def test_what_an_act_cuts_must_be_there(code: str, act: str) -> None:
    assert wrong(FIRST, SECOND, f"điều 1\n  {act}\n") == [code]


def test_a_version_already_gone_cannot_be_cut_again() -> None:
    repeals = SECOND + "điều 1\n  Bãi bỏ điều 1 của 1/2020/QH14.\n"
    again = THIRD + "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu.\n"
    assert wrong(FIRST, repeals, again) == ["ER0404"]


def test_instruments_and_days_must_agree() -> None:
    assert wrong(header(), header(since="02/03/2020")) == ["ER0402"]
    assert wrong(header(), header()) == []
    assert wrong(header(until="01/03/2020")) == ["ER0405"]
    assert wrong(FIRST + "điều 3\n  Áp dụng điều 1 từ ngày 01/01/2021 đến trước ngày 01/01/2021.\n") == ["ER0405"]


def test_acts_in_a_circle_are_refused() -> None:
    a = SECOND + 'điều 1\n  Sửa đổi điều 1 của 3/2022/QH14 như sau: "Thay 1 bằng 2 tại điều 1 của 1/2020/QH14.".\n'
    b = THIRD + 'điều 1\n  Sửa đổi điều 1 của 2/2021/QH14 như sau: "Thay 1 bằng 2 tại điều 1 của 1/2020/QH14.".\n'
    assert "ER0406" in wrong(FIRST, a, b)


def test_versions_acts_and_days_as_data() -> None:
    book = law(FIRST, AMENDS)
    old, new = book.versions("Điều 1 của 1/2020/QH14")
    assert (old.citation.amended_by, [str(each) for each in new.citation.amended_by]) == ((), ["Điều 1 của 2/2021/QH14"])
    assert book.days_of(old) == ((date(2020, 3, 1), date(2021, 6, 1)),)
    assert book.days_of(new) == ((date(2021, 6, 1), None),)
    assert [act.kind for act in book.acts_on("article 1 of 1/2020/QH14")] == ["write", "replace"]
    assert book.intervals == ((None, date(2020, 3, 1)), (date(2020, 3, 1), date(2021, 6, 1)), (date(2021, 6, 1), None))
    assert [each.address.article for each in book.concluding("số đại biểu")] == ["1", "1", "2"]
    assert [each.address.article for each in book.users_of("kind")] == ["1", "1", "2"]


def test_periods_of_a_term_are_cut_where_a_transition_looks_at_the_day() -> None:
    book = law(FIRST, AMENDS + TRANSITION)
    days = [first for first, _ in book.periods_of("seats")]
    assert days == [None, date(2020, 3, 1), date(2021, 6, 1), date(2022, 1, 1)]


def test_a_transition_may_restrict_a_repeal_that_begins_with_what_it_repeals() -> None:
    repeals = header("11/2020/QH14") + "điều 1\n  Bãi bỏ điều 1 của 1/2020/QH14.\n" + TRANSITION
    assert seats(FIRST, repeals, on="2021-12-31") == ("answered", 50, ["article 1 of 1/2020/QH14", "article 9 of 11/2020/QH14"])
    assert seats(FIRST, repeals, on="2022-01-01")[0] == "gap"


def test_a_transition_may_restrict_the_repeal_of_what_is_to_begin_later() -> None:
    begins = "điều 9\n  Áp dụng điều 1 từ ngày 01/06/2021.\n"
    repeals = header("11/2020/QH14") + "điều 1\n  Bãi bỏ điều 1 của 1/2020/QH14.\n" + TRANSITION
    assert [seats(FIRST + begins, repeals, on=day)[1] for day in ("2021-05-31", "2021-06-01", "2021-12-31", "2022-01-01")] == [None, 50, 50, None]
    amends = header("2/2020/QH14", "01/02/2020", "01/06/2021") + "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 60 đại biểu.\n"
    repeals = header("11/2020/QH14") + "điều 1\n  Bãi bỏ điều 1 của 2/2020/QH14.\n" + TRANSITION
    assert [seats(FIRST, amends, repeals, on=day)[1] for day in ("2021-05-31", "2021-06-01", "2021-12-31", "2022-01-01")] == [50, 60, 60, 50]


def test_a_transition_waits_for_what_begins_later() -> None:
    first = FIRST + "điều 8\n  Áp dụng điều 1 từ ngày 01/06/2021.\n" + TRANSITION
    assert [seats(first, on=day)[1] for day in ("2021-06-01", "2021-12-31", "2022-01-01")] == [None, None, 50]


def test_a_transition_waits_for_what_is_inserted_later() -> None:
    inserts = (
        header("2/2020/QH14", "01/02/2020", "01/06/2021")
        + "điều 1\n  Bổ sung điều 1a vào sau điều 1 của 1/2020/QH14 như sau: Phường: được bầu 9 đại biểu.\n"
    )
    waits = header("3/2020/QH14") + TRANSITION.replace("điều 1", "điều 1a của 1/2020/QH14")
    assert seats(FIRST, inserts, waits, on="2021-12-31", kind="ward")[0] == "gap"
    assert seats(FIRST, inserts, waits, on="2022-01-01", kind="ward")[1] == 9


def test_a_transition_that_is_repealed_or_over_no_longer_restricts() -> None:
    repeals = THIRD + "điều 1\n  Bãi bỏ điều 9 của 2/2021/QH14.\n"
    assert seats(FIRST, AMENDS + TRANSITION, repeals, on="2021-12-31", law_on="2022-05-31")[1] == 50
    assert seats(FIRST, AMENDS + TRANSITION, repeals, on="2021-12-31", law_on="2022-06-01") == ("answered", 60, [AMENDED])
    over = header("2/2021/QH14", "01/01/2021", "01/06/2021", until="01/06/2022") + AMENDS[len(SECOND) :] + TRANSITION
    assert seats(FIRST, over, on="2021-12-31", law_on="2022-05-31")[1] == 50
    assert seats(FIRST, over, on="2021-12-31", law_on="2022-06-01") == ("answered", 60, [AMENDED])


def test_nothing_is_inserted_into_a_repealed_instrument() -> None:
    repeals = SECOND + "điều 1\n  Bãi bỏ 1/2020/QH14.\n"
    inserts = THIRD + "điều 1\n  Bổ sung điều 1a vào sau điều 1 của 1/2020/QH14 như sau: Phường: được bầu 9 đại biểu.\n"
    assert wrong(FIRST, repeals, inserts) == ["ER0404"]
    begins = "điều 8\n  Áp dụng điều 1 từ ngày 01/06/2022.\n"
    assert seats(FIRST + begins, repeals, on="2022-07-01") == ("gap", None, [])


def test_force_from_before_the_issue_is_said_in_a_sentence_of_its_own() -> None:
    assert wrong(header(since="31/01/2020")) == ["ER0417"]
    assert wrong(FIRST, SECOND + "điều 1\n  Bãi bỏ điều 1 của 1/2020/QH14 từ ngày 31/12/2020.\n") == ["ER0417"]
    back = "  Bãi bỏ điều 1 của 1/2020/QH14.\nđiều 2\n  Áp dụng điều 1 từ ngày 31/12/2020.\n"
    assert [seats(FIRST, SECOND + "điều 1\n" + back, on=day)[0] for day in ("2020-12-30", "2020-12-31")] == ["answered", "gap"]

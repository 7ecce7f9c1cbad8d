"""What statements mean, family by family, asked end to end."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from rule_texts import VOCABULARY, header, law

from electrules.tree.nodes import Bracket, Scale

PROVINCE = {"kind": "province", "population": 600_000}


def asked(text: str, term: str = "seats", on: str = "2021-01-01", **facts: object) -> tuple[str, Any]:
    """Outcome and value of *term* under the provisions of *text*."""
    answer = law(header(), text).ask(term, {name.replace("_", " "): value for name, value in facts.items()}, on=on)
    return answer.outcome, answer.value


SCALE = """
điều 1 khoản 1
  Tỉnh thuộc miền núi: có từ 500.000 dân trở xuống được bầu 50 đại biểu;
  có trên 500.000 dân đến 700.000 dân thì cứ thêm đủ 50.000 dân được bầu thêm 1 đại biểu;
  có trên 700.000 dân thì cứ thêm đủ 100.000 dân được bầu thêm 2 đại biểu; tổng số không quá 60 đại biểu.
""".replace("trên 500.000 dân đến 700.000 dân", "trên 500.000 đến 700.000 dân")


@pytest.mark.parametrize(
    ("people", "seats"),
    [(0, 50), (500_000, 50), (549_999, 50), (550_000, 51), (700_000, 54), (799_999, 54), (800_000, 56), (1_000_000, 60), (9_000_000, 60)],
)
def test_a_tier_starts_from_what_the_one_before_it_reached(people: int, seats: int) -> None:
    assert asked(SCALE, kind="province", mountainous=True, population=people) == ("answered", seats)


def test_a_table_shares_its_cuts() -> None:
    tree = law(header(), SCALE).tree("seats", on="2021-01-01")
    cuts = {node.cuts for node in tree.walk() if isinstance(node, Bracket)}
    assert cuts == {(Fraction(500_000), Fraction(700_000))}
    assert [node.base for node in tree.walk() if isinstance(node, Scale)] == [50, 54]


PARTIAL = "\nđiều 1\n  Tỉnh: có từ 10 dân trở xuống được bầu 5 đại biểu; có trên 10 dân thì cứ thêm 4 dân hoặc phần lẻ được bầu thêm 1 đại biểu; tổng số không quá 99 đại biểu.\n"


@pytest.mark.parametrize(("people", "seats"), [(10, 5), (11, 6), (14, 6), (15, 7)])
def test_a_step_begun_counts_where_the_rule_says_so(people: int, seats: int) -> None:
    assert asked(PARTIAL, kind="province", population=people) == ("answered", seats)


CASES = """
điều 1
  Có từ 20 thôn trở lên được xếp hạng I; có từ 10 đến dưới 20 thôn được xếp hạng II; có dưới 10 thôn thì hạng xã là hạng III.
điều 2
  Khi hạng xã là hạng I thì được lập 3 ban. Khi hạng xã không là hạng I thì được lập 1 ban.
điều 3
  Khi thuộc miền núi thì là nơi khó khăn.
  Khi không thuộc miền núi thì có dưới 5 thôn thì là nơi khó khăn; có từ 5 thôn trở lên không là nơi khó khăn.
điều 4
  Ngoại lệ của Điều 3: khi thuộc hải đảo thì là nơi khó khăn.
"""
GRADED = (
    VOCABULARY + '  Hạng xã | grade: kết luận; một trong hạng I | grade I; hạng II | grade II; hạng III | grade III; nói "được xếp" | "is ranked".\n'
)


@pytest.mark.parametrize(
    ("term", "facts", "found"),
    [
        ("grade", {"villages": 19}, ("answered", "grade II")),
        ("grade", {"villages": 9}, ("answered", "grade III")),
        ("boards", {"villages": 20}, ("answered", 3)),
        ("boards", {"villages": 19}, ("answered", 1)),
        ("hard place", {"mountainous": True, "island": False}, ("answered", True)),
        ("hard place", {"mountainous": False, "villages": 5, "island": False}, ("answered", False)),
        ("hard place", {"mountainous": False, "villages": 5, "island": True}, ("answered", True)),
        ("hard place", {"villages": 4}, ("answered", True)),
        ("hard place", {"villages": 5, "island": False}, ("unknown", None)),
    ],
)
def test_a_member_of_a_list_and_a_yes_or_no_are_concluded_by_cases(term: str, facts: dict[str, object], found: tuple[str, object]) -> None:
    answer = law(header(), CASES, vocabulary=GRADED).ask(term, facts, on="2021-01-01")
    assert (answer.outcome, answer.value) == found


LETTERS = """
điều 1 khoản 1
  Xã: a) có từ 2.000 dân trở xuống được bầu 15 đại biểu; b) có trên 2.000 đến dưới 3.000 dân được bầu 19 đại biểu;
  c) có từ 3.000 đến 4.000 dân được bầu 21 đại biểu; có trên 4.000 dân thì cứ thêm đủ 1.000 dân được bầu thêm 1 đại biểu;
  tổng số không quá 30 đại biểu.
  Phường không thuộc trường hợp quy định tại các điểm a, b và c khoản này: d) được bầu 25 đại biểu.
"""


@pytest.mark.parametrize(("people", "seats", "point"), [(2_000, 15, "a"), (2_001, 19, "b"), (2_999, 19, "b"), (3_000, 21, "c"), (5_999, 22, "c")])
def test_an_answer_cites_the_point_of_the_piece(people: int, seats: int, point: str) -> None:
    answer = law(header(), LETTERS).ask("seats", {"kind": "commune", "population": people}, on="2021-01-01")
    assert (answer.value, [each.point for each in answer.citations]) == (seats, [point])


def test_a_scale_may_go_on_at_another_point_and_cites_both() -> None:
    text = """
điều 1 khoản 1 điểm a
  Phường: có từ 8.000 dân trở xuống được bầu 25 đại biểu.
điểm b
  Phường: có trên 8.000 dân thì cứ thêm đủ 4.000 dân được bầu thêm 1 đại biểu; tổng số không quá 35 đại biểu.
"""
    answer = law(header(), text).ask("seats", {"kind": "ward", "population": 16_000}, on="2021-01-01")
    assert (answer.value, [each.point for each in answer.citations]) == (27, ["b", "a"])


def test_not_covered_speaks_of_the_subject_and_not_of_the_brackets() -> None:
    text = """
điều 1 khoản 1 điểm a
  Xã thuộc miền núi: có từ 2.000 dân trở xuống được bầu 15 đại biểu.
điểm b
  Xã không thuộc trường hợp quy định tại điểm a khoản này: được bầu 25 đại biểu.
"""
    assert asked(text, kind="commune", mountainous=True, population=5_000) == ("gap", None)
    assert asked(text, kind="commune", mountainous=False) == ("answered", 25)


def test_lies_in_and_owners_of_lists() -> None:
    text = "\nđiều 1\n  Phường thuộc tỉnh: được bầu 15 đại biểu.\nđiều 2\n  Phường loại cấp trên là thành phố: được bầu 20 đại biểu.\n"
    assert asked(text, kind="ward", parent_kind="province") == ("answered", 15)
    assert asked(text, kind="ward", parent_kind="city") == ("answered", 20)


EXCEPTIONS = """
điều 1
  Tỉnh: được bầu 50 đại biểu.
điều 2
  Ngoại lệ của điều 1: Tỉnh thuộc miền núi: được bầu 40 đại biểu.
điều 3
  Không áp dụng điều 2 khi thuộc hải đảo.
"""


@pytest.mark.parametrize(("mountainous", "island", "seats"), [(False, False, 50), (True, False, 40), (True, True, 50), (False, True, 50)])
def test_a_blocked_exception_leaves_the_rule_as_if_it_were_not_written(mountainous: bool, island: bool, seats: int) -> None:
    assert asked(EXCEPTIONS, kind="province", mountainous=mountainous, island=island) == ("answered", seats)


def test_a_blocker_of_a_blocker_reinstates_it() -> None:
    text = EXCEPTIONS + "điều 4\n  Không áp dụng điều 3 khi có từ 1.000.000 dân trở lên.\n"
    assert asked(text, kind="province", mountainous=True, island=True, population=1_000_000) == ("answered", 40)
    assert asked(text, kind="province", mountainous=True, island=True, population=999_999) == ("answered", 50)


def test_except_in_the_case_of() -> None:
    text = "\nđiều 1\n  Xã: được bầu 20 đại biểu, trừ trường hợp quy định tại điều 2.\nđiều 2\n  Xã thuộc miền núi: được bầu 15 đại biểu.\n"
    assert asked(text, kind="commune", mountainous=True) == ("answered", 15)
    assert asked(text, kind="commune", mountainous=False) == ("answered", 20)


def test_except_in_a_case_that_concludes_something_else() -> None:
    text = "\nđiều 1\n  Xã: được bầu 20 đại biểu, trừ trường hợp quy định tại điều 2.\nđiều 2\n  Xã thuộc miền núi: được lập 1 ban.\n"
    assert asked(text, kind="commune", mountainous=True) == ("gap", None)
    assert asked(text, kind="commune", mountainous=False) == ("answered", 20)


def test_precedence_and_rank() -> None:
    rules = "\nđiều 1\n  Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Tỉnh thuộc miền núi: được bầu 40 đại biểu.\n"
    assert asked(rules, kind="province", mountainous=True) == ("conflict", None)
    assert asked(rules + "điều 3\n  Ưu tiên áp dụng điều 2 so với điều 1.\n", kind="province", mountainous=True) == ("answered", 40)


def test_a_decision_is_awaited_within_its_bounds() -> None:
    text = "\nđiều 1\n  Tỉnh: do Quốc hội quyết định số đại biểu theo đề nghị của Chính phủ; tổng số ít nhất 30 đại biểu; tổng số không quá 40 đại biểu.\n"
    book = law(header(), text)
    answer = book.ask("seats", {"kind": "province"}, on="2021-01-01")
    (awaited,) = answer.awaits
    assert (answer.outcome, awaited.authority, awaited.proposer, awaited.least, awaited.most) == ("unknown", "Quốc hội", "Chính phủ", 30, 40)
    assert book.ask("seats", {"kind": "province", "decided seats": 33}, on="2021-01-01").value == 33


def test_what_does_not_arise_is_not_applicable() -> None:
    assert asked("\nđiều 1\n  Xã: không có Hội đồng.\n", kind="commune") == ("not_applicable", None)


DEFINITION = "\nđiều 1\n  Nơi khó khăn nghĩa là thuộc miền núi hoặc thuộc hải đảo.\nđiều 2\n  Xã là nơi khó khăn: được lập 1 ban.\nđiều 3\n  Xã đã xác định được số ban: được bầu 5 đại biểu.\n"


def test_a_definition_says_yes_and_no() -> None:
    assert asked(DEFINITION, "hard place", mountainous=False, island=False) == ("answered", False)
    assert asked(DEFINITION, "boards", kind="commune", mountainous=True) == ("answered", 1)
    assert asked(DEFINITION, kind="commune", island=True) == ("answered", 5)
    assert asked(DEFINITION, kind="commune", island=False, mountainous=False) == ("gap", None)


def test_a_constraint_between_facts_cuts_completions() -> None:
    text = "\nđiều 1\n  Xã thuộc hải đảo: được bầu 9 đại biểu.\nđiều 2\n  Xã không thuộc hải đảo: được bầu 8 đại biểu.\nđiều 3\n  Xã thuộc miền núi: luôn không thuộc hải đảo.\n"
    assert asked(text, kind="commune", mountainous=True) == ("answered", 8)


APPLIED = """
điều 1 khoản 1
  Xã thuộc miền núi: có từ 2.000 dân trở xuống được bầu 15 đại biểu; có trên 2.000 dân được bầu 20 đại biểu.
khoản 2
  Xã không thuộc trường hợp quy định tại khoản 1 Điều này: được bầu 25 đại biểu.
khoản 3
  Ngoại lệ của khoản 2 Điều này: Xã thuộc hải đảo: được bầu 26 đại biểu.
điều 2
  Phường thuộc thành phố: thực hiện theo quy định tại điều 1.
điều 3
  Thị trấn: thực hiện theo quy định tại điều 2.
"""


@pytest.mark.parametrize(
    ("facts", "seats", "places"),
    [
        ({"kind": "ward", "mountainous": True, "population": 3_000}, 20, ["2", "1.1"]),
        ({"kind": "ward", "mountainous": False, "island": False}, 25, ["2", "1.2"]),
        ({"kind": "ward", "mountainous": False, "island": True}, 26, ["2", "1.3"]),
        ({"kind": "township", "mountainous": False, "island": True}, 26, ["3", "2", "1.3"]),
    ],
)
def test_rules_applied_by_reference_speak_of_the_new_subject(facts: dict[str, object], seats: int, places: list[str]) -> None:
    answer = law(header(), APPLIED).ask("seats", {**facts, "parent kind": "city"}, on="2021-01-01")
    assert (answer.outcome, answer.value) == ("answered", seats)
    assert [".".join(filter(None, (each.article, each.clause))) for each in answer.citations] == places


def test_a_requirement_applied_by_reference_keeps_the_condition_of_who_refers() -> None:
    text = "\nđiều 1\n  Ủy ban bầu cử: phải thuộc miền núi.\nđiều 2\n  Khi thuộc hải đảo thì thực hiện theo quy định tại điều 1.\n"
    for island, outcome in ((True, "answered"), (False, "not_applicable")):
        found = law(header(), text).assess("election committee", {"mountainous": False, "island": island}, on="2021-01-01")
        assert [(each.citation.article, each.outcome) for each in found] == [("1", "answered"), ("2", outcome)]


def test_a_deadline_counts_from_its_anchor() -> None:
    text = "\nđiều 1\n  Ngày niêm yết chậm nhất là 40 ngày trước ngày bầu cử.\nđiều 2\n  Ngày khiếu nại trong thời hạn 30 ngày kể từ ngày niêm yết.\n"
    book = law(header(), text)
    assert book.ask("day of posting", on="2021-05-23").value == date(2021, 4, 13)
    assert book.ask("day of complaint", on="2021-05-23").value == date(2021, 5, 13)
    assert [each.bound for each in book.limits(on="2021-05-23").limits] == ["latest", "within"]


def test_a_body_is_a_set_of_requirements() -> None:
    text = "\nđiều 1\n  Ủy ban bầu cử có từ 21 đến 31 thành viên gồm: từ 1 phó trở lên, khuyến nghị 2 phó.\n"
    findings = law(header(), text).assess("election committee", {"members": 19, "deputies of the chair": 1}, on="2021-01-01")
    assert [(each.severity, each.ok, each.shortfall) for each in findings] == [("must", False, 2), ("must", True, 0), ("should", False, 1)]


@pytest.mark.parametrize(
    ("born", "on", "of_age"),
    [
        ("2003-05-23", "2021-05-23", True),
        ("2003-05-24", "2021-05-23", False),
        ("2008-02-29", "2026-02-28", False),
        ("2008-02-29", "2026-03-01", True),
    ],
)
def test_an_age_is_reached_on_the_birthday(born: str, on: str, of_age: bool) -> None:
    text = "\nđiều 1\n  Nơi khó khăn nghĩa là đủ 18 tuổi tính từ ngày sinh đến ngày bầu cử.\n"
    book = law(header(), text, vocabulary=VOCABULARY + "  Ngày sinh | born: ngày.\n")
    assert book.ask("hard place", {"born": born}, on=on).value is of_age


def test_a_body_may_be_bound_only_when_a_condition_holds() -> None:
    text = "\nđiều 1\n  Ủy ban bầu cử khi số nữ từ 3 thành viên trở lên: số thành viên phải từ 9 thành viên trở lên.\n"
    (few,) = law(header(), text).assess("election committee", {"members": 8, "women": 2}, on="2021-01-01")
    (many,) = law(header(), text).assess("election committee", {"members": 8, "women": 3}, on="2021-01-01")
    assert (few.outcome, many.ok, many.shortfall) == ("not_applicable", False, 1)


def test_a_note_holds_for_every_rule_of_its_provision() -> None:
    text = "\nđiều 1\n  Tỉnh: được bầu 50 đại biểu.\n  Xã: được bầu 20 đại biểu.\n  Chưa xác nhận: theo trí nhớ.\n  Cách hiểu: như vậy; nguồn: công văn.\n"
    answer = law(header(), text).ask("seats", {"kind": "commune"}, on="2021-01-01")
    assert (answer.status, [each.source for each in answer.interpretations]) == ("unconfirmed", ["công văn"])


def test_a_declared_silence_is_a_gap_that_is_cited() -> None:
    text = "\nđiều 1\n  Luật không quy định số đại biểu khi loại là thị trấn; lý do: do Quốc hội quy định.\n"
    answer = law(header(), text).ask("seats", {"kind": "township"}, on="2021-01-01")
    assert (answer.outcome, [each.article for each in answer.citations]) == ("gap", ["1"])


def test_a_reduction_is_kept_as_data() -> None:
    text = "\nđiều 1\n  Số đại biểu giảm từ 10 % đến 15 % so với 1/2020/QH14 khi chưa sửa đổi.\n"
    (reduced,) = law(header(), text).reductions("2021-01-01")
    assert (reduced.instrument is not None and reduced.instrument.instrument, reduced.reduction.term.id) == ("1/2020/QH14", "seats")


def test_an_exception_to_a_clause_excepts_every_rule_below_it() -> None:
    text = "\nđiều 1 khoản 1 điểm a\n  Tỉnh: được bầu 50 đại biểu.\nđiểm b\n  Xã: được bầu 20 đại biểu.\nđiều 2\n  Ngoại lệ của điều 1: khi thuộc hải đảo thì được bầu 7 đại biểu.\n"
    tree = law(header(), text).tree("seats", on="2021-01-01")
    (exception,) = [rule for rule in tree.definitions[0].rules if rule.is_exception]
    assert len(exception.excepts) == 2
    assert asked(text, kind="commune", island=True) == ("answered", 7)
    assert asked(text, kind="ward", island=True) == ("gap", None)

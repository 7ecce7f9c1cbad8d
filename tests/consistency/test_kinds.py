"""Planted defects of every kind are found, shown by facts, and said in both languages."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from rule_texts import header, law

from electrules.consistency import KINDS, VERDICTS, check_all, check_term
from electrules.source.citation import Citation
from electrules.tree.nodes import All, Definition, Fact, Rule, Scale
from electrules.tree.tree import Tree
from electrules.tree.types import Number, Term

HEADER = header()
SINCE = date(2020, 3, 1)
REST = "  Tỉnh hoặc thành phố hoặc phường hoặc thị trấn: được bầu 30 đại biểu.\n"


def verdicts(*texts, term="seats"):
    """The verdicts on a term, under a header and some provisions."""
    return check_term(law(HEADER, *texts), term)


def refuted(*texts, term="seats"):
    """Those that are failures."""
    return [each for each in verdicts(*texts, term=term) if each.verdict != "proved"]


GAP = (
    "\nđiều 1\n  Xã: có từ 2.000 dân trở xuống được bầu 15 đại biểu; có từ 2.001 đến 2.998 dân được bầu 19 đại biểu; có trên 2.999 dân được bầu 21 đại biểu.\n"
    + REST
)
CONFLICT = "\nđiều 1\n  Xã: được bầu 15 đại biểu.\n" + REST + "điều 2\n  Xã thuộc miền núi: được bầu 12 đại biểu.\n"
DEAD = (
    "\nđiều 1\n  Xã: được bầu 15 đại biểu.\n"
    + REST
    + "điều 2\n  Ngoại lệ của điều 3: phường: được bầu 12 đại biểu.\nđiều 3\n  Xã thuộc hải đảo: được bầu 15 đại biểu.\n"
)
NEVER = (
    "\nđiều 1\n  Xã: được bầu 15 đại biểu.\n"
    + REST
    + "điều 4\n  Ngoại lệ của điều 1: khi thuộc hải đảo thì được bầu 7 đại biểu.\nđiều 5\n  Ngoại lệ của điều 4: khi thuộc hải đảo thì được bầu 8 đại biểu.\n"
)
SILENCE = (
    "\nđiều 1\n  Xã hoặc tỉnh hoặc thành phố hoặc phường: được bầu 30 đại biểu.\n"
    "điều 2\n  Luật không quy định số đại biểu khi loại là thị trấn; lý do: do Quốc hội quy định.\n"
)
LATER = (
    "\nđiều 1\n  Xã: được bầu 15 đại biểu.\n" + REST,
    header("2/2021/QH14", "01/02/2021", "01/03/2021"),
    "\nđiều 1\n  Xã: được bầu 16 đại biểu.\n",
)
AGAINST = (
    "\nđiều 1\n  Ủy ban bầu cử có từ 21 đến 31 thành viên gồm: từ 1 phó trở lên.\n"
    "điều 2\n  Ủy ban bầu cử có từ 10 đến 15 thành viên gồm: từ 2 phó trở lên.\n"
)
SOUND = "\nđiều 1\n  Xã: được bầu 15 đại biểu.\n" + REST

WORDED = [
    (
        (GAP,),
        "Số đại biểu, từ ngày 01/03/2020: KHOẢNG TRỐNG: luật không quy định khi loại là xã, dân số là 2.999",
        "Seats, from 2020-03-01: GAP: the law is silent where kind is commune, population is 2,999",
    ),
    (
        (CONFLICT,),
        (
            "Số đại biểu, từ ngày 01/03/2020: MÂU THUẪN: các quy định cho kết quả khác nhau khi loại là xã, thuộc miền núi.\n"
            "  Ví dụ: loại là xã; thuộc miền núi; hỏi ngày 01/03/2020.\n  Căn cứ: Điều 1 của 1/2020/QH14 và Điều 2 của 1/2020/QH14."
        ),
        (
            "Seats, from 2020-03-01: CONFLICT: provisions give different results where kind is commune, is mountainous.\n"
            "  Example: kind is commune; is mountainous; asked on 2020-03-01.\n  Under: article 1 of 1/2020/QH14 and article 2 of 1/2020/QH14."
        ),
    ),
    (
        (DEAD,),
        "Số đại biểu, từ ngày 01/03/2020: QUY ĐỊNH CHẾT: Điều 2 của 1/2020/QH14 không áp dụng cho trường hợp nào.",
        "Seats, from 2020-03-01: DEAD RULE: article 2 of 1/2020/QH14 applies to no case.",
    ),
    (
        (NEVER,),
        "Số đại biểu, từ ngày 01/03/2020: NGOẠI LỆ VÔ HIỆU: Điều 4 của 1/2020/QH14 có trường hợp để áp dụng nhưng không bao giờ quyết định kết quả.",
        "Seats, from 2020-03-01: EXCEPTION NEVER WINS: article 4 of 1/2020/QH14 has cases to apply to but never decides the result.",
    ),
    (
        LATER,
        "Số đại biểu, từ ngày 01/03/2021: Điều 1 của 2/2021/QH14 và Điều 1 của 1/2020/QH14 khác nhau, chỉ nhờ văn bản ban hành sau được ưu tiên;",
        "Seats, from 2021-03-01: article 1 of 2/2021/QH14 and article 1 of 1/2020/QH14 differ, and only the later act prevailing keeps them apart;",
    ),
    (
        (SILENCE,),
        "Số đại biểu, từ ngày 01/03/2020: luật không quy định khi loại là thị trấn; đã được ghi nhận: do Quốc hội quy định (Điều 2 của 1/2020/QH14).",
        "Seats, from 2020-03-01: the law is silent where kind is township; declared: do Quốc hội quy định (article 2 of 1/2020/QH14).",
    ),
    (
        (SOUND,),
        "Số đại biểu, từ ngày 01/03/2020: đã chứng minh không có khoảng trống, không có mâu thuẫn.",
        "Seats, from 2020-03-01: proved: no gap, no conflict.",
    ),
]


@pytest.mark.parametrize(("texts", "vi", "en"), WORDED, ids=[each[2].split(": ", 1)[1][:24] for each in WORDED])
def test_each_kind_is_said_in_both_languages(texts, vi, en) -> None:
    found = verdicts(*texts)
    assert any(each.text("vi").startswith(vi) for each in found), [each.text("vi") for each in found]
    assert any(each.text("en").startswith(en) for each in found), [each.text("en") for each in found]


def test_a_gap_is_shown_by_facts_that_ask_takes() -> None:
    (gap,) = refuted(GAP)
    assert (gap.kind, gap.witness, gap.on, gap.first_day, gap.last_day) == ("gap", {"kind": "commune", "population": 2999}, SINCE, SINCE, None)
    assert law(HEADER, GAP).ask(gap.term, gap.witness, on=gap.on).outcome == "gap"


def test_two_gaps_near_one_rule_are_one_verdict_with_two_regions() -> None:
    text = (
        "\nđiều 1\n  Xã: có dưới 10 dân được bầu 1 đại biểu; có trên 10 đến dưới 20 dân được bầu 2 đại biểu; có trên 20 dân được bầu 3 đại biểu.\n"
        + REST
    )
    (gap,) = refuted(text)
    assert [each["population"].least for each in gap.regions] == [10, 20]


def test_a_conflict_cites_both() -> None:
    (conflict,) = refuted(CONFLICT)
    assert conflict.kind == "conflict"
    assert [each.article for each in conflict.citations] == ["1", "2"]


def test_scales_that_agree_at_the_ends_of_their_tiers_conflict_at_a_step_between() -> None:
    scale = "có từ 80.000 dân trở xuống được bầu 30 đại biểu; có trên 80.000 dân thì cứ thêm đủ {step} dân được bầu thêm 1 đại biểu; tổng số không quá 35 đại biểu.\n"
    text = "\nđiều 1\n  Xã: " + scale.format(step="10.000") + REST + "điều 2\n  Xã: " + scale.format(step="15.000")
    (conflict,) = refuted(text)
    answer = law(HEADER, text).ask("seats", conflict.witness, on=conflict.on)
    assert (conflict.kind, answer.outcome) == ("conflict", "conflict")
    assert [(each["population"].least, each["population"].most) for each in conflict.regions] == [(90_000, 94_999), (100_000, 154_999)]


def test_a_dead_rule_and_an_exception_that_never_wins() -> None:
    assert [(each.kind, each.citations[0].article) for each in refuted(DEAD)] == [("dead rule", "2")]
    assert [(each.kind, each.citations[0].article) for each in refuted(NEVER)] == [("exception never wins", "4")]
    assert all(each.witness is not None and each.on == SINCE for each in (*refuted(DEAD), *refuted(NEVER)))


def test_what_only_the_later_act_decides_is_listed_and_no_failure() -> None:
    found = verdicts(*LATER)
    assert not [each for each in found if each.verdict != "proved"]
    (later,) = [each for each in found if each.kind == "later prevails"]
    assert (later.first_day, later.last_day, later.witness) == (date(2021, 3, 1), None, None)
    assert [(each.first_day, each.last_day) for each in found if each.kind == "gap"] == [(SINCE, date(2021, 2, 28)), (date(2021, 3, 1), None)]


def test_requirements_that_cannot_both_be_kept() -> None:
    (found,) = refuted(AGAINST, term="election committee")
    assert (found.kind, [each.article for each in found.citations]) == ("contradiction", ["1", "2"])
    findings = law(HEADER, AGAINST).assess(found.term, found.witness, on=found.on)
    assert any(each.ok is False for each in findings)
    sound = "\nđiều 1\n  Ủy ban bầu cử có từ 21 đến 31 thành viên gồm: từ 1 phó trở lên.\n"
    (proved,) = verdicts(sound, term="election committee")
    assert (proved.kind, proved.verdict) == ("contradiction", "proved")


def test_a_failure_that_an_act_mends_ends_on_the_day_before() -> None:
    act = header("2/2021/QH14", "01/02/2021", "01/03/2021") + "\nđiều 1\n  Bãi bỏ điều 2 của 1/2020/QH14.\n"
    (conflict,) = refuted(CONFLICT, act)
    assert (conflict.first_day, conflict.last_day) == (SINCE, date(2021, 2, 28))


def test_a_failure_that_an_unrelated_act_interrupts_is_one() -> None:
    act = header("2/2021/QH14", "01/02/2021", "01/03/2021") + "\nđiều 1\n  Tỉnh: được lập 3 ban.\n"
    (conflict,) = refuted(CONFLICT, act)
    assert (conflict.first_day, conflict.last_day) == (SINCE, None)


def test_too_many_cases_are_never_a_pass() -> None:
    many = Term("many", (("nhiều",), ("many",)), "fact", Number(Fraction(0), Fraction(20_000_000)))
    asked = Term("asked", (("hỏi",), ("asked",)), "conclusion", Number(None, None))
    steps = Scale(Fact("many"), Fraction(5), Fraction(100), Fraction(1), Fraction(1), None, "whole")
    definition = Definition("asked", (Rule("one", "asked", All(()), steps, Citation("1/2020/TEST", "1")),))
    (found,) = check_term(Tree("asked", SINCE, SINCE, None, (many, asked), (definition,), order=("many",)))
    assert (found.verdict, found.witness, found.on) == ("not decided", None, None)


def test_every_term_and_body_is_checked() -> None:
    shown = []
    found = check_all(law(HEADER, SOUND, header("2/2020/QH14"), AGAINST), progress=lambda terms: shown.extend(terms) or terms)
    assert {each.term for each in found} == {"seats", "election committee"}
    assert {"seats", "boards", "election committee"} <= set(shown)
    assert all(each.kind in KINDS and each.verdict in VERDICTS for each in found)
    assert check_all(law(HEADER, SOUND), "số đại biểu") == check_term(law(HEADER, SOUND), "seats")


def test_a_verdict_is_json_ready() -> None:
    (gap,) = refuted(GAP)
    made = gap.to_dict()
    assert (made["kind"], made["verdict"], made["first_day"], made["last_day"], made["on"]) == ("gap", "refuted", "2020-03-01", None, "2020-03-01")
    assert made["witness"] == {"kind": "commune", "population": 2999}


def test_every_hole_is_said_with_its_place() -> None:
    holes = (
        "\nđiều 1\n  Xã: có dưới 10 dân được bầu 5 đại biểu; có trên 10 đến dưới 20 dân được bầu 6 đại biểu; có trên 20 dân được bầu 7 đại biểu.\n"
    )
    (gap,) = refuted(holes + REST)
    first, *more = gap.text("en").splitlines()
    assert first.endswith("kind is commune, population is 10 inhabitants.")
    assert [line.strip() for line in more if "Also" in line] == ["Also where kind is commune, population is 20 inhabitants."]

"""Ways in which a lawyer writes a number, a range, a negation or a sum for each unit: read as what they say, and printed in the one canonical way."""

from __future__ import annotations

import pytest

import electrules
from electrules.diagnostics.diagnostic import Diagnostic
from electrules.diagnostics.errors import RuleErrors
from electrules.rulebook import Rulebook
from electrules.syntax import declare

VI = """ngôn ngữ: tiếng Việt

từ vựng
  Bộ | Ministry: cơ quan; bậc 1.
  Trường | school: một trong tiểu học | primary school; trung học | secondary school.
  Số lớp | classes: số nguyên từ 0 đến 200, đơn vị lớp | class, classes.
  Phụ cấp | allowance: số nguyên từ 0 đến 5 triệu, đơn vị đồng | dong.
  Năm công tác | years served: số nguyên từ 0 đến 50, đơn vị năm công tác | year of service, years of service.
  Nội trú | boarding: có hoặc không, nói "có học sinh nội trú" | "has a dormitory".
  Tái phạm | repeat offence: có hoặc không, nói "là tái phạm" | "is a second offence".
  Số phó | deputies: kết luận, số nguyên từ 0 đến 20, đơn vị phó | deputy, deputies, nói "được bố trí" | "is given"; không thì nói "không có phó" | "has no deputy".
  Trợ cấp | severance: kết luận, số từ 0 đến 2 tỷ, đơn vị đồng | dong.
  Phải lập tổ | team needed: kết luận, có hoặc không, nói "phải có tổ" | "needs a team".

văn bản 1/2020/QĐ-B "Quy định": do Bộ ban hành ngày 01/01/2020; có hiệu lực từ ngày 01/02/2020.
"""
EN = """language: English

vocabulary
""" + "\n".join(
    line.replace("cơ quan; bậc 1", "authority; rank 1")
    for line in """  Bộ | Ministry: authority; rank 1.
  Trường | school: one of tiểu học | primary school; trung học | secondary school.
  Số lớp | classes: whole number from 0 to 200; unit lớp | class, classes.
  Phụ cấp | allowance: whole number from 0 to 5 million; unit đồng | dong.
  Năm công tác | years served: whole number from 0 to 50; unit năm công tác | year of service, years of service.
  Nội trú | boarding: yes or no; says "có học sinh nội trú" | "has a dormitory".
  Tái phạm | repeat offence: yes or no; says "là tái phạm" | "is a second offence".
  Số phó | deputies: conclusion; whole number from 0 to 20; unit phó | deputy, deputies; says "được bố trí" | "is given"; otherwise says "không có phó" | "has no deputy".
  Trợ cấp | severance: conclusion; number from 0 to 2 billion; unit đồng | dong.
  Phải lập tổ | team needed: conclusion; yes or no; says "phải có tổ" | "needs a team".

instrument 1/2020/QĐ-B "Rule": issued by the Ministry on 2020-01-01; in force from 2020-02-01.
""".splitlines()
)
HEADS = {"vi": VI + "\nđiều 1\n  ", "en": EN + "\n\narticle 1\n  "}


def law(surface: str, text: str) -> Rulebook:
    made = electrules.load(text=HEADS[surface] + text, base=None)
    assert not made.diagnostics, made.diagnostics
    return made


def wrong(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(RuleErrors) as raised:
        electrules.load(text=text, base=None)
    return tuple(raised.value.diagnostics)


def value(surface: str, text: str, term: str, facts: dict[str, object]) -> object:
    answer = law(surface, text).ask(term, facts, on="2021-01-01")
    return answer.outcome if answer.outcome != "answered" else answer.value


SCALE = {
    "vi": "Tiểu học: có dưới 3 lớp thì không có phó; có 3 đến 27 lớp được bố trí 1 phó; có 28 lớp trở lên được bố trí 2 phó.",
    "en": "A primary school: with fewer than 3 classes, has no deputy; with 3 to 27 classes is given 1 deputy; with 28 classes or more is given 2 deputies.",
}


@pytest.mark.parametrize("surface", ["vi", "en"])
@pytest.mark.parametrize(("classes", "expected"), [(2, "not_applicable"), (3, 1), (27, 1), (28, 2)])
def test_a_range_needs_no_from_and_a_piece_may_say_that_nothing_arises(surface: str, classes: int, expected: object) -> None:
    assert value(surface, SCALE[surface], "deputies", {"school": "primary school", "classes": classes}) == expected


SUMS = {
    "vi": "Trợ cấp bằng 1,5 lần phụ cấp cho mỗi năm công tác cộng 2 triệu đồng.",
    "en": "Severance equals 1.5 times allowance for every year of service plus 2 million dong.",
}


@pytest.mark.parametrize("surface", ["vi", "en"])
def test_a_sum_for_each_year_multiplies_by_the_years_and_stays_money(surface: str) -> None:
    assert value(surface, SUMS[surface], "severance", {"allowance": 1_000_000, "years served": 3}) == 6_500_000


@pytest.mark.parametrize("surface", ["vi", "en"])
@pytest.mark.parametrize("text", [SCALE, SUMS])
def test_they_are_printed_canonically_and_mean_the_same_in_both_surfaces(surface: str, text: dict[str, str]) -> None:
    from electrules.source.read import read_text
    from electrules.syntax import parse
    from electrules.syntax.format import format_document

    trees, printed = [], []
    for each in ("vi", "en"):
        (file,) = read_text(HEADS[each] + text[each]).value
        lexicon = declare([file]).value
        document = parse(file, lexicon).value
        trees.append(document.blocks[2:])
        printed.append(format_document(document, file, lexicon, surface).split("1\n", 1)[1].split("1\n", 1)[-1])
    assert trees[0] == trees[1]
    assert "triệu" not in printed[0] and "million" not in printed[1]


def test_what_is_counted_by_two_facts_is_not_multiplied_by() -> None:
    text = VI.replace("  Nội trú", "  Thời gian khác | other time: số nguyên từ 0 đến 9, đơn vị năm công tác.\n  Nội trú")
    said = wrong(f"{text}\nđiều 1\n  Trợ cấp bằng phụ cấp cho mỗi năm công tác.")
    assert [each.code for each in said] == ["ER0506"]


def test_one_word_is_never_two_units() -> None:
    text = VI.replace("  Nội trú", "  Thời gian khác | other time: số nguyên từ 0 đến 9, đơn vị năm công tác | served year.\n  Nội trú")
    assert [(each.code, dict(each.data)["name"]) for each in wrong(text)] == [("ER0202", "năm công tác")]


def test_the_form_in_which_a_term_is_said_can_be_defined() -> None:
    text = "Phải có tổ nghĩa là có học sinh nội trú."
    assert value("vi", text, "team needed", {"boarding": True}) is True


@pytest.mark.parametrize("denied", ["has no dormitory", "does not have a dormitory", "not boarding"])
def test_what_one_has_is_denied_as_english_does(denied: str) -> None:
    assert value("en", f"When {denied} then is given 1 deputy.", "deputies", {"boarding": False}) == 1


@pytest.mark.parametrize("denied", ["not a second offence", "is not a second offence", "not repeat offence"])
def test_what_one_is_is_denied_as_english_does(denied: str) -> None:
    assert value("en", f"When {denied} then is given 1 deputy.", "deputies", {"repeat offence": False}) == 1


def test_those_not_yet_so_old_are_counted_in_english_too() -> None:
    text = """language: English

vocabulary
  Ngày sinh | born: day.
  Thành viên | members: whole number from 0 to 9; unit thành viên | member, members.
  Người trẻ | young members: whole number from 0 to 9; unit người trẻ | young member, young members; among members whose born is not yet 40.
"""
    made = electrules.load(text=text, base=None)
    assert not made.diagnostics


@pytest.mark.parametrize(
    ("old", "new", "at", "name"),
    [
        ('nói "được bố trí" | "is given"', 'nói "có" | "is given"', "có", "có"),
        ("Năm công tác | years served", "Năm công tác | classes", "classes", "classes"),
        ('nói "phải có tổ" | "needs a team"', 'nói "được phải lập tổ" | "needs a team"', "được phải lập tổ", "không được phải lập tổ"),
    ],
)
def test_a_clash_is_said_at_the_name_that_clashes(old: str, new: str, at: str, name: str) -> None:
    text = VI.replace(old, new)
    assert text != VI
    said = [each for each in wrong(text) if dict(each.data).get("name") == name]
    assert said, name
    line = text.splitlines()[(said[0].line or 1) - 1]
    assert line[(said[0].column or 1) - 1 : (said[0].end_column or 1) - 1].lower() == at


def test_a_no_form_that_nobody_wrote_is_explained() -> None:
    text = VI.replace('nói "phải có tổ" | "needs a team"', 'nói "được phải lập tổ" | "needs a team"')
    said = [each.message("vi") for each in wrong(text)]
    assert any("không thì nói" in each and "không được phải lập tổ" in each for each in said)


def test_numbers_in_messages_are_written_as_the_reader_writes_them() -> None:
    (said,) = wrong(HEADS["vi"] + "Trợ cấp bằng 3 triệu lần phụ cấp.")
    assert "15.000.000.000.000" in said.message("vi") and "2.000.000.000" in said.message("vi")
    assert "15,000,000,000,000" in said.message("en")


def test_an_unknown_word_is_likened_to_nothing_far_longer() -> None:
    (said,) = wrong(HEADS["vi"] + "Thông tư này thì được bố trí 1 phó.")
    assert said.code == "ER0201"
    assert said.suggestion is None


SAME = {
    "vi": [
        ("Khi số lớp ít hơn hoặc bằng 5 lớp thì được bố trí 1 phó.", "Khi số lớp từ 5 lớp trở xuống thì được bố trí 1 phó."),
        ("Khi số lớp không trên 5 lớp thì được bố trí 1 phó.", "Khi số lớp từ 5 lớp trở xuống thì được bố trí 1 phó."),
        ("Khi số lớp chưa đạt quá 5 lớp thì được bố trí 1 phó.", "Khi số lớp từ 5 lớp trở xuống thì được bố trí 1 phó."),
        ("Khi số lớp không dưới 5 lớp thì được bố trí 1 phó.", "Khi số lớp từ 5 lớp trở lên thì được bố trí 1 phó."),
        ("Khi số lớp nhiều hơn hoặc bằng 5 lớp thì được bố trí 1 phó.", "Khi số lớp từ 5 lớp trở lên thì được bố trí 1 phó."),
        ("Khi số lớp không đủ 5 lớp thì được bố trí 1 phó.", "Khi số lớp dưới 5 lớp thì được bố trí 1 phó."),
        ("Khi số lớp không còn đủ 2/3 số lớp thì được bố trí 1 phó.", "Khi số lớp dưới 2/3 tổng số số lớp thì được bố trí 1 phó."),
        ("Trong trường hợp có học sinh nội trú thì được bố trí 1 phó.", "Khi có học sinh nội trú thì được bố trí 1 phó."),
        ("Được bố trí 1 phó khi có học sinh nội trú.", "Khi có học sinh nội trú thì được bố trí 1 phó."),
        ("Đối với tiểu học thì được bố trí 1 phó.", "Tiểu học: được bố trí 1 phó."),
        ("Phải có tổ chỉ khi có học sinh nội trú.", "Phải lập tổ chỉ khi có học sinh nội trú."),
        ("Tiểu học: được bố trí 1 phó; tối đa 5 phó.", "Tiểu học: được bố trí 1 phó; tổng số không quá 5 phó."),
        ("Bộ phải khai giảng chậm nhất 5 ngày trước ngày hỏi.", "Chậm nhất là 5 ngày trước ngày hỏi, Bộ phải khai giảng."),
        ("Bộ có trách nhiệm khai giảng chậm nhất là 5 ngày sau ngày hỏi.", "Chậm nhất là 5 ngày sau ngày hỏi, Bộ phải khai giảng."),
        ("Trong thời hạn 5 ngày sau ngày hỏi, Bộ phải khai giảng.", "Trong thời hạn 5 ngày kể từ ngày hỏi, Bộ phải khai giảng."),
        ("Mỗi ban có từ 3 đến 5 lớp.", "Ban có từ 3 đến 5 lớp."),
        ("Ban gồm từ 3 đến 5 lớp: 1 phó trở lên.", "Ban có từ 3 đến 5 lớp gồm: từ 1 phó trở lên."),
        (
            "Sửa đổi, bổ sung Điều 1 của 1/2019/QĐ-B như sau: tiểu học: được bố trí 1 phó.",
            "Sửa đổi Điều 1 của 1/2019/QĐ-B như sau: tiểu học: được bố trí 1 phó.",
        ),
    ],
    "en": [
        ("When classes is not more than 5 classes then is given 1 deputy.", "When classes is 5 classes or fewer then is given 1 deputy."),
        ("When classes is no more than 5 classes then is given 1 deputy.", "When classes is 5 classes or fewer then is given 1 deputy."),
        ("When classes is not fewer than 5 classes then is given 1 deputy.", "When classes is 5 classes or more then is given 1 deputy."),
        ("When there are 5 classes or more then is given 1 deputy.", "With 5 classes or more is given 1 deputy."),
        ("When classes is short of 2/3 of classes then is given 1 deputy.", "When classes is fewer than 2/3 of all classes then is given 1 deputy."),
        ("Is given 1 deputy when boarding.", "When boarding then is given 1 deputy."),
        ("Needs a team only if has a dormitory.", "Needs a team only if boarding."),
        ("A primary school: is given 1 deputy; at most 5 deputies.", "A primary school: is given 1 deputy; at most 5 deputies in all."),
        ("The board: must have a dormitory.", "The board: must be so: has a dormitory."),
        ("The board: classes must exceed pupils.", "The board: classes must be more than pupils."),
        (
            "The Ministry must see to opening no later than 5 days before day asked.",
            "No later than 5 days before day asked, the Ministry must see to opening.",
        ),
        (
            "Within 5 days counted from day asked, the Ministry must see to opening.",
            "Within 5 days from day asked, the Ministry must see to opening.",
        ),
        ("Each board has from 3 to 5 classes.", "The board has from 3 to 5 classes."),
    ],
}
EXTRA = """
  Khai giảng | opening: sự kiện.
  Ngày hỏi | day asked: ngày được hỏi.
  Ban | board: tổ chức.
  Dormitory | dormitory: có hoặc không.
  Số trò | pupils: số nguyên từ 0 đến 200, đơn vị trò | pupil, pupils."""


@pytest.mark.parametrize(("surface", "said", "canonical"), [(each, *pair) for each, pairs in SAME.items() for pair in pairs])
def test_a_natural_wording_is_read_as_the_canonical_one(surface: str, said: str, canonical: str) -> None:
    from electrules.source.read import read_text
    from electrules.syntax import parse

    (words,) = read_text(VI.replace("\n\nvăn bản", f"{EXTRA}\n\nvăn bản")).value
    lexicon = declare([words]).value

    def blocks(text: str) -> object:
        (file,) = read_text({"vi": "ngôn ngữ: tiếng Việt\nđiều 1\n  ", "en": "language: English\narticle 1\n  "}[surface] + text).value
        read = parse(file, lexicon)
        assert not read.diagnostics, read.diagnostics
        return read.value.blocks

    if "there are" in said:
        assert blocks(said)
        return
    assert blocks(said) == blocks(canonical)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('nói "được bố trí" | "is given"', 'nói "được bố trí | "is given"', "ER0306"),
        ('nói "được bố trí" | "is given"', 'nói "được bố trí" "is given"', "ER0207"),
        ("tiểu học | primary school; trung học", "tiểu học | trung học", "ER0207"),
        ("cơ quan; bậc 1", 'cơ quan; bậc 1; hỏi "Ai?', "ER0306"),
    ],
)
def test_a_declaration_that_lost_a_mark_is_refused(old: str, new: str, code: str) -> None:
    text = VI.replace(old, new)
    assert text != VI
    assert wrong(text)[0].code == code


def test_a_case_gives_a_number_and_never_a_term_for_itself() -> None:
    case = '\n\ntình huống "X"\n  Cho: có số lớp; hỏi số phó vào ngày 01/01/2021; thì được 1 phó.'
    assert wrong(HEADS["vi"] + SCALE["vi"] + case)[0].code == "ER0301"


def test_a_contradiction_is_declared_of_events_alone() -> None:
    (said,) = wrong(HEADS["vi"] + SCALE["vi"] + "\n  Luật tự mâu thuẫn về số phó; lý do: vậy.")
    assert said.code == "ER0502"


def test_a_part_is_compared_with_a_share_of_its_whole() -> None:
    text = VI.replace("  Nội trú", "  Lớp chọn | chosen: số nguyên từ 0 đến 200, đơn vị lớp chọn | chosen class, trong số số lớp.\n  Nội trú")
    made = electrules.load(text=f"{text}\nđiều 1\n  Khi lớp chọn quá nửa tổng số lớp thì được bố trí 1 phó.", base=None)
    assert made.ask("deputies", {"chosen": 6, "classes": 10}, on="2021-01-01").value == 1

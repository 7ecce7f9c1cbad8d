"""Sentences as a lawyer would say them: each is the sentence beside it, in other words."""

from __future__ import annotations

import json

import pytest

from electrules.diagnostics.errors import RuleErrors
from electrules.pipeline import load
from electrules.source.file import SourceFile
from electrules.source.read import read_text
from electrules.syntax import declare, parse
from electrules.syntax.format import format_document
from electrules.syntax.lexicon import Lexicon

VOCABULARY = """
từ vựng
  Loại | kind: một trong trường công | public school; trường tư | private school.
  Số lớp | classes: số nguyên từ 0 đến 1.000, đơn vị lớp | class, classes.
  Tuổi | age: số nguyên từ 0 đến 150, đơn vị tuổi | year of age, years of age.
  Học phí | tuition: số nguyên từ 0 đến 100.000.000, đơn vị đồng | dong.
  Ngày nộp | day of filing: ngày.
  Nội trú | boarding: có hoặc không, nói "có học sinh nội trú" | "has boarders".
  Thuộc nhóm | grouped: có hoặc không, nói "thuộc nhóm" | "belongs to a group".
  Trợ cấp | allowance: kết luận, số nguyên từ 0 đến 100.000.000, đơn vị đồng | dong, nói "được trợ cấp" | "receives".
  Hợp lệ | valid: kết luận, có hoặc không, nói "là hợp lệ" | "is valid".
  Quốc hội | National Assembly: cơ quan; bậc 1.

văn bản 1/2020/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.
"""
LANGUAGE = {"vi": "ngôn ngữ: tiếng Việt\n", "en": "language: English\n"}
HEADING = {"vi": "điều 1", "en": "article 1"}


def file(text: str) -> SourceFile:
    return read_text(text).value[0]


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    read = declare([file(LANGUAGE["vi"] + VOCABULARY)])
    assert not read.diagnostics
    return read.value


def said(sentence: str, surface: str, lexicon: Lexicon) -> object:
    read = parse(file(f"{LANGUAGE[surface]}{HEADING[surface]}\n  {sentence}\n"), lexicon)
    assert not read.diagnostics
    return read.value.blocks


@pytest.mark.parametrize(
    ("surface", "sentence", "same"),
    [
        ("vi", "Nếu loại là trường công thì được trợ cấp 5 đồng.", "Khi loại là trường công thì được trợ cấp 5 đồng."),
        ("en", "If kind is public school then receives 5 dong.", "When kind is public school then receives 5 dong."),
        ("vi", "Hợp lệ nghĩa là loại không phải là trường công.", "Hợp lệ nghĩa là loại không là trường công."),
        ("vi", "Hợp lệ nghĩa là tuổi từ đủ 18 tuổi trở lên.", "Hợp lệ nghĩa là tuổi từ 18 tuổi trở lên."),
        ("vi", "Hợp lệ nghĩa là tuổi từ đủ 18 tuổi đến dưới 60 tuổi.", "Hợp lệ nghĩa là tuổi từ 18 tuổi đến dưới 60 tuổi."),
        ("vi", "Hợp lệ nghĩa là tuổi chưa đủ 18 tuổi.", "Hợp lệ nghĩa là tuổi dưới 18 tuổi."),
        ("en", "Valid means age is under 18 years of age.", "Valid means age is fewer than 18 years of age."),
        ("en", "Valid means age is over 60 years of age.", "Valid means age is more than 60 years of age."),
        ("vi", "Trường công: được trợ cấp 1.000.000đồng.", "Trường công: được trợ cấp 1.000.000 đồng."),
        ("en", "A public school: receives 1,000dong.", "A public school: receives 1,000 dong."),
        ("vi", "Hợp lệ nghĩa là tuổi đủ 18 tuổi trở lên.", "Hợp lệ nghĩa là tuổi từ 18 tuổi trở lên."),
        ("vi", "Hợp lệ nghĩa là ngày nộp từ 01/01/2021 đến hết ngày 31/12/2021.", "Hợp lệ nghĩa là ngày nộp từ 01/01/2021 đến 31/12/2021."),
        ("vi", "Hợp lệ nghĩa là ngày nộp từ 01/01/2021 đến trước ngày 31/12/2021.", "Hợp lệ nghĩa là ngày nộp từ 01/01/2021 đến dưới 31/12/2021."),
        (
            "en",
            "Valid means day of filing is from 2021-01-01 to before 2021-12-31.",
            "Valid means day of filing is from 2021-01-01 to fewer than 2021-12-31.",
        ),
        ("en", "A public school which has no boarders: receives 5 dong.", "A public school that has not boarders: receives 5 dong."),
        ("en", "When does not have boarders then receives 5 dong.", "When not boarding then receives 5 dong."),
        ("en", "When does not belong to a group then receives 5 dong.", "When not grouped then receives 5 dong."),
        ("vi", "Hợp lệ nghĩa là ngày nộp từ ngày 01/01/2021 trở về trước.", "Hợp lệ nghĩa là ngày nộp không quá ngày 01/01/2021."),
        ("en", "Valid means day of filing is 2021-01-01 or earlier.", "Valid means day of filing is at most 2021-01-01."),
        ("vi", "Hợp lệ nghĩa là học phí là 5.000 đồng.", "Hợp lệ nghĩa là học phí đúng 5.000 đồng."),
        ("en", "Valid means tuition is 5,000 dong.", "Valid means tuition is exactly 5,000 dong."),
        ("en", "Valid means classes are 10 classes or more.", "Valid means classes is at least 10 classes."),
        ("vi", "Hợp lệ nghĩa là số lớp quá 1/2 tổng số lớp.", "Hợp lệ nghĩa là số lớp quá 1/2 tổng số số lớp."),
    ],
)
def test_other_words_say_the_same(surface: str, sentence: str, same: str, lexicon: Lexicon) -> None:
    assert said(sentence, surface, lexicon) == said(same, surface, lexicon)


def test_a_word_that_ends_a_phrase_and_begins_a_name_is_printed_once(lexicon: Lexicon) -> None:
    written = file("ngôn ngữ: tiếng Việt\n\nđiều 1\n  Hợp lệ nghĩa là số lớp quá 1/2 tổng số số lớp.\n")

    assert format_document(parse(written, lexicon).value, written, lexicon, "vi").endswith("quá 1/2 tổng số lớp.\n")


@pytest.mark.parametrize(("classes", "boarders", "kept"), [(10, False, True), (9, False, False), (9, True, True), (9, None, None)])
def test_a_bound_may_be_excused(classes: int, boarders: bool | None, kept: bool | None) -> None:
    text = LANGUAGE["vi"] + VOCABULARY + "\nđiều 1\n  Số lớp phải từ 10 lớp trở lên trừ khi có học sinh nội trú.\n"
    book = load(
        text=text.replace("  Quốc hội |", "  Trường | school: tổ chức.\n  Quốc hội |", 1).replace("  Số lớp phải", "  Trường: số lớp phải"), base=None
    )

    (finding,) = book.assess("school", {"classes": classes, **({} if boarders is None else {"boarding": boarders})}, on="2021-05-23")
    assert (finding.ok, finding.shortfall) == (kept, {True: 0, False: 1, None: None}[kept])


def test_a_term_whose_yes_is_its_name_may_be_defined_and_concluded() -> None:
    declared = '  Đủ điều kiện | eligible: kết luận, có hoặc không, nói "đủ điều kiện" | "is eligible".\n  Quốc hội'
    text = LANGUAGE["vi"] + VOCABULARY.replace("  Quốc hội", declared, 1)
    for statement in ("Đủ điều kiện nghĩa là tuổi từ 18 tuổi trở lên.", "Khi tuổi từ 18 tuổi trở lên thì đủ điều kiện."):
        book = load(text=f"{text}\nđiều 1\n  {statement}\nđiều 2\n  Khi đủ điều kiện thì được trợ cấp 5 đồng.\n", base=None)
        assert book.ask("allowance", {"age": 18}, on="2021-05-23").value == 5


def test_a_verb_may_be_received_and_then_the_name_of_its_conclusion() -> None:
    """ "được trợ cấp" holds "được", with which the value of a case begins, and the name "trợ cấp"."""
    case = 'tình huống "Một nửa"\n  Cho: có 101 đồng; hỏi trợ cấp vào ngày 23/05/2021; thì được 51 đồng, theo điều 1 của 1/2020/QH14.\n'
    book = load(text=LANGUAGE["vi"] + VOCABULARY + "\nđiều 1\n  Được trợ cấp nửa tổng số học phí làm tròn lên.\n\n" + case, base=None)
    assert [each.ok for each in book.test()] == [True]


PEOPLE = """
  Số người | persons: số nguyên từ 0 đến 100; đơn vị người | person, persons.
  Dân tộc | ethnicity: chữ.
  Đảng viên | party member: có hoặc không; nói "là đảng viên" | "is a party member".
  Ngày sinh | born: ngày.
  Người thiểu số | minority: số nguyên từ 0 đến 100; đơn vị người | person, persons; trong số Số người mà dân tộc không là Kinh.
  Người trẻ | young: số nguyên từ 0 đến 100; đơn vị người | person, persons; trong số Số người mà ngày sinh chưa đủ 40.
  Người ngoài | outside: số nguyên từ 0 đến 100; đơn vị người | person, persons; trong số Số người mà đảng viên là không.
  Cân đối | balanced: kết luận, có hoặc không, nói "là cân đối" | "is balanced".
"""
BALANCED = "\nđiều 1\n  Cân đối nghĩa là người thiểu số từ 1 người trở lên và người trẻ từ 1 người trở lên và người ngoài từ 1 người trở lên.\n"


def test_those_counted_among_others_are_declared_kept_as_json_and_said_in_either_language() -> None:
    text = LANGUAGE["vi"] + VOCABULARY.replace("từ vựng\n", f"từ vựng{PEOPLE}", 1) + BALANCED
    tree = load(text=text, base=None).tree("balanced", on="2021-05-23")
    again = type(tree).from_dict(json.loads(json.dumps(tree.to_dict())))
    people = [{"name": "A", "ethnicity": "Tày", "born": "2000-01-01", "party member": False}]

    assert again == tree
    assert load(text=text, base=None).ask("balanced", {"persons": people}, on="2021-05-23").value is True
    written = file(text)
    lexicon = declare([written]).value
    english = format_document(parse(written, lexicon).value, written, lexicon, "en")
    for said in ("whose ethnicity is not Kinh", "whose born is not yet 40", "whose party member is no"):
        assert f"among persons {said}." in english


@pytest.mark.parametrize("whose", ["ngày sinh là 40", "đảng viên là Kinh", "tuổi nào là 3", "dân tộc"])
def test_what_cannot_be_so_of_those_counted_is_an_error(whose: str) -> None:
    broken = PEOPLE.replace("dân tộc không là Kinh", whose)
    with pytest.raises(RuleErrors):
        load(text=LANGUAGE["vi"] + VOCABULARY.replace("từ vựng\n", f"từ vựng{broken}", 1) + BALANCED, base=None)

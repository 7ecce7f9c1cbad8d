"""What is suggested for a slip can stand where the slip stands."""

from __future__ import annotations

import pytest

from electrules.diagnostics.diagnostic import Diagnostic
from electrules.syntax import declare, parse
from electrules.syntax.lexicon import Lexicon

from .test_wordings import HEADING, LANGUAGE, file, lexicon

__all__ = ["lexicon"]


def only(sentence: str, surface: str, lexicon: Lexicon) -> Diagnostic:
    (said,) = parse(file(f"{LANGUAGE[surface]}{HEADING[surface]}\n  {sentence}\n"), lexicon).diagnostics
    return said


@pytest.mark.parametrize(
    ("surface", "sentence", "suggestion"),
    [
        ("vi", "Khi loại là trường công, được trợ cấp 5 đồng.", "thì"),
        ("vi", "Trường công được trợ cấp 5 đồng.", ": được trợ cấp"),
        ("en", "A public school receives 5 dong.", ": receives"),
        ("vi", "Hợp lệ là loại là trường công.", "nghĩa là"),
        ("vi", "Trường công: có từ 5 lớp trở xuống được trợ cấp 5 đồng; có trên 5 lớp thì cứ them đủ 2 lớp được trợ cấp thêm 1 đồng.", "cứ thêm"),
        ("en", "A public school: recieves 5 dong.", "receives"),
        ("en", "A public school: receives 5 dogn.", "dong"),
        ("en", "A public school: as provided in artcle 2.", "article"),
        ("vi", "Trường cong: được trợ cấp 5 đồng.", "trường công"),
    ],
)
def test_a_slip_is_mended(surface: str, sentence: str, suggestion: str, lexicon: Lexicon) -> None:
    assert only(sentence, surface, lexicon).suggestion == suggestion


@pytest.mark.parametrize(
    ("surface", "sentence"),
    [
        ("vi", "Trường công: được trợ cấp 5 trăm đồng."),  # "trên" is like it, but no number takes it
        ("vi", "Khi là trường công thì được trợ cấp 5 đồng."),  # "thuộc" would be read, and mean something else
        ("en", "A public school: 20 dong."),  # so would "capped at"
        (
            "vi",
            "Trường công: có từ 5 lớp trở xuống được trợ cấp 5 đồng; có trên 5 lớp thì cứ thêm 2 lớp được trợ cấp thêm 1 đồng.",
        ),  # begun or in proportion?
    ],
)
def test_what_is_doubtful_is_not_suggested(surface: str, sentence: str, lexicon: Lexicon) -> None:
    assert only(sentence, surface, lexicon).suggestion is None


def test_all_that_may_stand_there_is_named(lexicon: Lexicon) -> None:
    """Also what may stand between the word before and the slip: "tổng số" after a percentage."""
    said = only("Trợ cấp là 50 % học phí làm tròn xuống.", "vi", lexicon)
    assert {"tổng số", "nhân với", "."} <= set(said.expected)


@pytest.mark.parametrize(
    ("surface", "sentence", "heading"),
    [("vi", "1. Trường công: được trợ cấp 5 đồng.", "khoản 1"), ("en", "2. A public school: receives 5 dong.", "clause 2")],
)
def test_a_clause_that_is_numbered_as_in_print_is_told_its_heading(surface: str, sentence: str, heading: str, lexicon: Lexicon) -> None:
    said = only(sentence, surface, lexicon)
    assert (said.code, said.suggestion, dict(said.data)["case"]) == ("ER0301", heading, "clause")


@pytest.mark.parametrize(
    ("surface", "line", "code", "heading"),
    [
        ("vi", "Điều 1. Phạm vi điều chỉnh", "ER0301", "điều 1"),
        ("vi", "khoản 2 Điều 1", "ER0301", "điều 1 khoản 2"),
        ("en", "Article 1.", "ER0301", "article 1"),
        ("en", "Articel 1", "ER0201", "article"),
        ("vi", "Điêù 1", "ER0201", "điều"),
    ],
)
def test_a_heading_that_is_none_is_told_how_it_is_written(surface: str, line: str, code: str, heading: str, lexicon: Lexicon) -> None:
    statement = {"vi": "Trường công: được trợ cấp 5 đồng.", "en": "A public school: receives 5 dong."}[surface]
    first, *_ = parse(file(f"{LANGUAGE[surface]}{HEADING[surface]}\n  {statement}\n{line}\n  {statement}\n"), lexicon).diagnostics
    assert (first.code, first.suggestion) == (code, heading)


@pytest.mark.parametrize(
    ("surface", "line", "suggestion"),
    [("en", 'instrumnet 1/2020/QH14 "Law": issued by x.', "instrument"), ("vi", 'văn bàn 1/2020/QH14 "Luật": do x.', "văn bản")],
)
def test_a_misspelt_instrument_is_no_declaration(surface: str, line: str, suggestion: str) -> None:
    word = {"vi": "từ vựng", "en": "Vocabulary:"}[surface]
    (said,) = declare(
        [file(f"{LANGUAGE[surface]}{word}\n  Phí | fee: {'number from 0 to 1' if surface == 'en' else 'số từ 0 đến 1'}.\n{line}\n")]
    ).diagnostics
    assert (said.code, said.suggestion) == ("ER0207", suggestion)


def test_a_misspelt_first_line_is_told_what_it_may_be(lexicon: Lexicon) -> None:
    said = parse(file(f"{LANGUAGE['en']}vocabulry\n  Phí | fee: day.\n"), lexicon).diagnostics
    assert [(each.code, each.suggestion) for each in said] == [("ER0305", "vocabulary")]


def test_slips_without_end_are_said_in_time(lexicon: Lexicon) -> None:
    text = LANGUAGE["vi"] + "".join(f"điều {n}\n  Khi loại là trường công, được trợ cấp 5 đồng.\n" for n in range(1, 1000))
    said = parse(file(text), lexicon).diagnostics
    assert len(said) == 999
    assert [each.suggestion for each in said] == ["thì"] * 100 + [None] * 899


def test_a_misspelt_heading_of_a_vocabulary_is_one_error_not_one_for_each_of_its_words() -> None:
    words = file(f"{LANGUAGE['vi']}\ntừ vụng\n  Trường nội trú | boarding school: có hoặc không.\n  Học bổng | grant: kết luận, có hoặc không.\n")
    rules = file(f"{LANGUAGE['vi']}{HEADING['vi']}\n  Học bổng nghĩa là trường nội trú.\n")
    declared = declare([words, rules])
    said = [*declared.diagnostics, *parse(words, declared.value).diagnostics, *parse(rules, declared.value).diagnostics]
    assert [(each.code, each.suggestion) for each in said] == [("ER0305", "từ vựng")]

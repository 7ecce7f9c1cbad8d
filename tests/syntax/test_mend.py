"""What is suggested for a slip can stand where the slip stands."""

from __future__ import annotations

import pytest

from electrules.diagnostics.diagnostic import Diagnostic
from electrules.syntax import parse
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
        ("vi", "Trợ cấp là 2/3 học phí làm tròn xuống.", "tổng số học phí"),
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
        ("vi", "Trường công: được trợ cấp 5 triệu đồng."),  # "trên" is like it, but no number takes it
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


def test_slips_without_end_are_said_in_time(lexicon: Lexicon) -> None:
    text = LANGUAGE["vi"] + "".join(f"điều {n}\n  Khi loại là trường công, được trợ cấp 5 đồng.\n" for n in range(1, 1000))
    said = parse(file(text), lexicon).diagnostics
    assert len(said) == 999
    assert [each.suggestion for each in said] == ["thì"] * 100 + [None] * 899

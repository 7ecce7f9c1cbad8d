"""Declarations that are not understood are refused, never read as something else."""

from __future__ import annotations

import pytest

from electrules.diagnostics.diagnostic import Diagnostic
from electrules.diagnostics.errors import RuleErrors
from electrules.pipeline import load

LANGUAGE = {"vi": "ngôn ngữ: tiếng Việt\n\ntừ vựng\n", "en": "language: English\n\nvocabulary\n"}


def said(surface: str, *declarations: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(RuleErrors) as raised:
        load(text=LANGUAGE[surface] + "".join(f"  {each}\n" for each in declarations), base=None)
    return raised.value.diagnostics


SEATS = 'Số đại biểu | seats: conclusion; whole number from 0 to 500; says "được bầu" | "elects"'


@pytest.mark.parametrize(
    ("surface", "declaration", "found", "suggestion"),
    [
        ("en", f"{SEATS}; grows with population.", "grows with population", None),
        ("en", f'{SEATS} | "chooses".', '"chooses"', None),
        ("en", 'Loại | kind: one of tỉnh | province; ask "Loại gì?" | "What kind?".', 'ask "Loại gì?"', "asks"),
        ("en", 'Dân số | population: whole number from 0 to 9; unit dân | person; ask "Bao nhiêu?" | "How many?".', 'ask "Bao nhiêu?"', "asks"),
        ("en", "Hải đảo | island: yes/no.", "yes/no", "yes or no"),
        ("vi", "Hải đảo | island: có hay không.", "có hay không", "có hoặc không"),
        ("vi", "Ngày sinh | born: ngày; đợn vị năm | year.", "đợn vị năm", "đơn vị"),
    ],
)
def test_what_is_no_attribute_is_refused_with_its_place(surface: str, declaration: str, found: str, suggestion: str | None) -> None:
    (only,) = said(surface, declaration)
    assert only.code == "ER0207"
    assert dict(only.data)["found"] == found
    assert only.suggestion == suggestion
    assert only.expected


def test_a_range_that_ends_before_it_begins_is_called_so() -> None:
    (only,) = said("en", "Dân số | population: whole number from 100 to 10.")
    assert (only.code, dict(only.data)["case"]) == ("ER0207", "reversed")


@pytest.mark.parametrize(
    ("declaration", "words", "suggestion"),
    [
        ("Người | persons: list of full nam, born.", "full nam", "full name"),
        ("Cấp trên | parent: as fulll name.", "fulll name", "full name"),
    ],
)
def test_a_name_that_a_declaration_leans_on_must_be_declared(declaration: str, words: str, suggestion: str) -> None:
    (only,) = said("en", "Họ tên | full name: text.", "Ngày sinh | born: day.", declaration)
    assert (only.code, dict(only.data)["words"], only.suggestion) == ("ER0201", words, suggestion)


def test_a_name_in_quotation_marks_may_hold_a_comma() -> None:
    book = load(text=f'{LANGUAGE["en"]}  Ban | board: one of "Kinh tế, Ngân sách" | "Economy, Budget"; Pháp chế | Law.\n', base=None)
    assert [each.id for each in book.lexicon.term("board").type.members] == ["Economy, Budget", "Law"]  # type: ignore[union-attr]

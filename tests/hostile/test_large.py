"""Endless, deep and wide rule files: the right answer or a diagnostic, in a small stack, in time that grows with the text."""

from __future__ import annotations

import pytest
from rule_texts import LANGUAGE, VOCABULARY, header
from trial import codes, in_a_small_stack, tried

from electrules.limits import FILE_BYTES, NAME_LENGTH, NESTING, NUMBER_DIGITS
from electrules.rulebook import Rulebook

pytestmark = pytest.mark.slow

LAW = LANGUAGE + VOCABULARY + header()
MANY = 10_000
DEEP = 100_000


def law(text: str) -> Rulebook:
    made = in_a_small_stack(lambda: tried(text))
    assert isinstance(made, Rulebook), [each.text() for each in made[:3]]
    return made


# ------------------------------------------------------------------- long lists


def test_a_condition_of_ten_thousand_parts_is_read_and_answered() -> None:
    text = LAW + "điều 1\n  Tỉnh " + " hoặc ".join(["thuộc miền núi"] * (MANY - 1) + ["thuộc hải đảo"]) + ": được bầu 5 đại biểu.\n"
    book = law(text)
    asked = [
        book.ask("seats", {"kind": "province", "mountainous": False, "island": island, "villages": 5}, on="2021-01-01") for island in (True, False)
    ]
    assert [(each.outcome, each.value) for each in asked] == [("answered", 5), ("gap", None)]


def test_a_table_of_a_thousand_rows_is_answered_at_both_ends() -> None:
    rows = "; ".join(f"có đúng {number} thôn được bầu {number % 500} đại biểu" for number in range(1_001))
    book = law(f"{LAW}điều 1\n  Xã: {rows}.\n")
    assert [book.ask("seats", {"kind": "commune", "villages": each}, on="2021-01-01").value for each in (0, 777, 1_000)] == [0, 277, 0]


def test_a_list_of_ten_thousand_members_is_declared_and_asked() -> None:
    members = ";\n    ".join(f"nơi số{number} | place no{number}" for number in range(MANY))
    rule = "điều 1\n  Khi nơi ở là nơi số9999 thì được lập 3 ban.\n"
    text = LAW.replace("từ vựng\n", f"từ vựng\n  Nơi ở | home: một trong\n    {members}.\n") + rule
    assert law(text).ask("boards", {"home": "place no9999"}, on="2021-01-01").value == 3


def test_ten_thousand_declarations_with_one_beginning_take_no_square_of_time() -> None:
    terms = "".join(f"  Nơi số{number} | place no{number}: có hoặc không.\n" for number in range(MANY))
    assert len(law(f"{LANGUAGE}từ vựng\n{terms}").terms) == MANY


# ------------------------------------------------------------------------ depth


@pytest.mark.parametrize(
    ("opened", "closed", "code"),
    [(DEEP, DEEP, "ER0110"), (DEEP, 0, "ER0110"), (0, DEEP, "ER0301"), (NESTING + 1, NESTING + 1, "ER0110")],
)
def test_endless_parentheses(opened: int, closed: int, code: str) -> None:
    text = f"{LAW}điều 1\n  Tỉnh {'(' * opened}thuộc miền núi{')' * closed}: được bầu 5 đại biểu.\n"
    assert in_a_small_stack(lambda: codes(text)) == [code]


def _nested(depth: int) -> str:
    condition = "thuộc miền núi"
    for level in range(depth):
        condition = f"(thuộc hải đảo {('và', 'hoặc')[level % 2]} {condition})"
    return f"{LAW}điều 1\n  Tỉnh {condition}: được bầu 5 đại biểu.\n"


def test_as_many_parentheses_as_are_allowed_are_answered_and_one_more_is_refused() -> None:
    facts = {"kind": "province", "mountainous": False}
    book = law(_nested(NESTING))
    assert [book.ask("seats", facts | {"island": island}, on="2021-01-01").value for island in (True, False)] == [5, None]
    assert in_a_small_stack(lambda: codes(_nested(NESTING + 1))) == ["ER0110"]


# ------------------------------------------------------------------------- size


def _filled(piece: str, size: int) -> str:
    """*piece* again and again, up to *size* bytes."""
    head = LAW + "điều 1\n  "
    return head + piece * ((size - len(head.encode())) // len(piece.encode()))


@pytest.mark.parametrize(
    ("piece", "code", "share"),
    [
        ("xin chào bạn nhé.\n ", "ER0201", 4),
        ("a", "ER0201", 1),
        ("9", "ER0205", 1),
        ("1/", "ER0301", 1),
        ("a) ", "ER0301", 4),
        ("được bầu ", "ER0301", 4),
        ("lý do: ", "ER0301", 4),
        (";", "ER0111", 1),
    ],
    ids=["prose", "one word", "one number", "bad characters", "letters", "keywords", "free text", "marks"],
)
def test_the_largest_file_of_anything_is_refused_with_few_words(piece: str, code: str, share: int) -> None:
    found = in_a_small_stack(lambda: codes(_filled(piece, FILE_BYTES // share)))
    assert code in found and len(found) <= 3


def test_a_vocabulary_of_slips_is_refused_once() -> None:
    assert in_a_small_stack(lambda: codes(LANGUAGE + "từ vựng\n" + "  a: b.\n" * 20_000)) == ["ER0207"]


# ------------------------------------------------------- at the bound and beyond


def test_names_and_numbers_at_the_limit() -> None:
    declared = f"{LANGUAGE}từ vựng\n  {{}} | flag: có hoặc không.\n"
    assert codes(declared.format("x" * NAME_LENGTH)) == []
    assert codes(declared.format("x" * (NAME_LENGTH + 1))) == ["ER0207"]
    counted = f"{LANGUAGE}từ vựng\n  Số x | x: số nguyên từ 0 đến {{}}.\n"
    assert codes(counted.format("9" * NUMBER_DIGITS)) == []
    assert codes(counted.format("9" * (NUMBER_DIGITS + 1))) == ["ER0205"]


@pytest.mark.parametrize(("day", "found"), [("31/12/1799", ["ER0405"]), ("01/01/1800", []), ("31/12/2199", []), ("01/01/2200", ["ER0405"])])
def test_days_at_the_limit(day: str, found: list[str]) -> None:
    assert codes(LANGUAGE + VOCABULARY + header(issued="01/01/1800", since=day)) == found

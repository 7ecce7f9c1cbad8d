"""What an edit of the rules changed: two rulebooks on one day."""

from __future__ import annotations

from fractions import Fraction

from rule_texts import header, law

from electrules.comparison import compare

ON = "2021-01-01"
TEXT = """
điều 1
  Xã: có từ 10 dân trở xuống được bầu 5 đại biểu; có trên 10 dân thì cứ thêm đủ 5 dân được bầu thêm 1 đại biểu; tổng số không quá 8 đại biểu.
  Phường: được bầu 4 đại biểu.
"""


def edited(old, new):
    """The comparison of the text with an edit of it."""
    return compare(law(header(), TEXT), law(header(), TEXT.replace(old, new)), "seats", on=ON)


def test_an_edited_step_changes_intervals() -> None:
    rows = edited("đủ 5 dân", "đủ 10 dân").rows
    assert [(row.when["population"], row.before.value, row.after.value) for row in rows] == [
        ((15, 19), 6, 5),
        ((20, 24), 7, 6),
        ((25, 29), 8, 6),
        ((30, 39), 8, 7),
    ]
    assert rows[0].when["kind"] == "commune"
    assert [row.share for row in rows] == [Fraction(-1, 6), Fraction(-1, 7), Fraction(-1, 4), Fraction(-1, 8)]


def test_an_edited_number_changes_one_kind() -> None:
    (row,) = edited("được bầu 4 đại biểu", "được bầu 6 đại biểu").rows
    assert (dict(row.when), row.before.value, row.after.value, row.difference, row.share) == ({"kind": "ward"}, 4, 6, 2, Fraction(1, 2))


def test_a_rule_left_out_becomes_a_gap() -> None:
    (row,) = edited("  Phường: được bầu 4 đại biểu.\n", "").rows
    assert (row.before.outcome, row.after.outcome, row.difference, row.share) == ("answered", "gap", None, None)


def test_nothing_edited_changes_nothing() -> None:
    found = edited("Xã", "Xã")
    assert found.rows == ()
    assert "Không có khác biệt" in found.text("vi") and "No difference" in found.text("en")


def test_a_wider_range_is_compared_where_both_have_numbers() -> None:
    from rule_texts import VOCABULARY

    wide = law(header(), TEXT, vocabulary=VOCABULARY.replace("từ 0 đến 10.000.000, đơn vị dân", "từ 0 đến 90.000.000, đơn vị dân"))
    assert compare(law(header(), TEXT), wide, "seats", on=ON).rows == ()


def test_a_fact_that_one_rulebook_alone_declares_is_its_own() -> None:
    from rule_texts import VOCABULARY

    more = VOCABULARY.replace("  Hải đảo |", '  Biên giới | border: có hoặc không, nói "thuộc biên giới" | "is on the border".\n  Hải đảo |')
    new = TEXT.replace("  Phường: được bầu 4", "  Phường thuộc biên giới: được bầu 9 đại biểu.\n  Phường không thuộc biên giới: được bầu 4")
    after = law(header(), new, vocabulary=more)
    (row,) = compare(law(header(), TEXT), after, "seats", on=ON).rows
    assert dict(row.when) == {"kind": "ward", "border": True}
    assert (row.before.value, row.after.value) == (4, 9)
    assert len(compare(law(header(), TEXT), after, "seats", {"border": False}, on=ON).rows) == 0

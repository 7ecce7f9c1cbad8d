"""Wordings with slots, in the form that a number takes."""

from __future__ import annotations

import pytest

from electrules.values.wording import base_form, filled


@pytest.mark.parametrize(("count", "text"), [(0, "0 cases"), (1, "1 case"), (2, "2 cases"), ("1", "1 case"), ("1/2", "1/2 cases")])
def test_words_after_a_number_take_its_form(count: object, text: str) -> None:
    assert filled("{count|case|cases}", {"count": count}) == text


def test_what_fills_a_slot_is_never_read_as_a_template() -> None:
    assert filled("{name}: {other}", {"name": "{other}"}) == "{other}: …"


@pytest.mark.parametrize(
    ("verb", "base"),
    [
        ("belongs", "belong"),
        ("carries", "carry"),
        ("teaches", "teach"),
        ("does", "do"),
        ("passes", "pass"),
        ("is", ""),
        ("has", ""),
        ("class", ""),
        ("of", ""),
    ],
)
def test_the_third_person_leads_to_its_verb(verb: str, base: str) -> None:
    assert base_form(verb) == base

"""New text that is wrong is said where it is wrong: what needs quotation marks, and which act took the base of a scale away."""

from __future__ import annotations

import pytest

import electrules

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Loại | kind: one of xã | commune; phường | ward.
  Dân số | population: whole number from 0 to 9,000; unit dân | person, people.
  Ngày bầu cử | vote: day asked.
  Niêm yết | posting: event.
  Số ghế | seats: conclusion; whole number from 0 to 500; unit ghế | seat, seats; says "được bầu" | "elects".

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1 point a
  With at most 1,000 people elects 10 seats.

article 1 point b
  With more than 1,000 people, 1 further seat for each further full 100 people.

article 2
  A ward: elects 4 seats.

instrument 2/2001/QH14 "Act": issued by the National Assembly on 2001-02-01; in force from 2001-03-01.

article 1
  {}
"""


def refused(act: str) -> electrules.Diagnostic:
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=TEXT.format(act), base=None, lang="en")
    (found,) = raised.value.diagnostics
    return found


@pytest.mark.parametrize(
    "text",
    [
        "exception to article 1 of 1/2000/QH14: a ward: elects 3 seats.",
        "apply article 1 of 1/2000/QH14 in preference to article 2 of 1/2000/QH14.",
        "do not apply article 1 of 1/2000/QH14 when kind is ward.",
    ],
)
def test_what_is_no_plain_rule_is_told_to_stand_in_quotation_marks(text: str) -> None:
    act = "Amend article 2 of 1/2000/QH14 as follows: "
    found = refused(act + text)
    assert (found.code, found.suggestion) == ("ER0301", f'"{text}"')
    assert "quotation marks" in found.message("en") and "dấu ngoặc kép" in found.message("vi")
    electrules.load(text=TEXT.format(f"{act}{found.suggestion}"), base=None)


def test_an_act_that_takes_the_base_of_a_scale_away_is_named() -> None:
    found = refused('Amend point a article 1 of 1/2000/QH14 as follows: "With at most 900 people elects 10 seats."')
    assert found.code == "ER0509"
    assert found.message("en") == 'The step "100 → 1" starts from nothing: article 1 of 2/2001/QH14 rewrote the base from which it goes on.'
    assert "Điều 1 của 2/2001/QH14" in found.message("vi") and len(found.places) == 1

"""An interpretation is said once, by name, and goes with the answers of every provision that calls it."""

from __future__ import annotations

import pytest

import electrules
from electrules import RuleErrors

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Loại | kind: one of xã | commune; phường | ward; huyện | district.
  Số đại biểu | seats: conclusion; whole number from 0 to 500; unit đại biểu | deputy, deputies; says "được bầu" | "elects".

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  A commune: elects 5 deputies.
  Interpretation "whole": a part is not counted; source: the words.
  Interpretation: the seat counts; source: a letter.

article 2
  A ward: elects 6 deputies.
  By the interpretation "Whole".
  By the interpretation "islands".

instrument 2/2001/QH14 "Other": issued by the National Assembly on 2001-02-01; in force from 2001-03-01.

article 1
  A district: elects 7 deputies.
  Interpretation "islands": all of them; source: custom.

article 2
  Amend article 2 of 1/2000/QH14 as follows: "A ward: elects 8 deputies."
  By the interpretation "islands".
"""
VI = """ngôn ngữ: tiếng Việt

văn bản 3/2002/QH14 "Khác": do Quốc hội ban hành ngày 01/02/2002; có hiệu lực từ ngày 01/03/2002.

điều 1
  Phường: được bầu 9 đại biểu.
  Theo cách hiểu "whole".
"""


def relied(law: electrules.Rulebook, kind: str, on: str) -> list[tuple[str, str]]:
    return [(each.statement, each.source) for each in law.ask("seats", {"kind": kind}, on=on).interpretations]


def test_what_is_called_by_name_goes_with_the_answer() -> None:
    law = electrules.load(text=HEAD, base=None)
    assert relied(law, "commune", "2000-06-01") == [("a part is not counted", "the words"), ("the seat counts", "a letter")]
    assert relied(law, "ward", "2000-06-01") == [("a part is not counted", "the words"), ("all of them", "custom")]
    assert relied(law, "ward", "2001-06-01") == [("all of them", "custom")]


def test_a_name_is_the_same_in_any_file_and_language(tmp_path) -> None:
    for name, text in (("a", HEAD), ("b", VI)):
        (tmp_path / f"{name}.luat").write_text(text, encoding="utf-8")
    law = electrules.load(tmp_path, base=None)
    assert relied(law, "ward", "2002-06-01") == [("a part is not counted", "the words")]
    (found,) = law.ask("seats", {"kind": "ward"}, on="2002-06-01").interpretations
    assert found.lang == "en"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [('"islands": all', '"isles": all', "ER0550"), ('Interpretation "islands"', 'Interpretation "Whole"', "ER0551")],
)
def test_a_name_that_nobody_or_somebody_else_states_is_an_error_at_its_place(old: str, new: str, code: str) -> None:
    with pytest.raises(RuleErrors) as raised:
        electrules.load(text=HEAD.replace(old, new), base=None)
    assert code in [each.code for each in raised.value.diagnostics]
    assert all(each.line for each in raised.value.diagnostics)

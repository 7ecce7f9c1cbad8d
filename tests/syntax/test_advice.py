"""A slip is said where it stands, of the cause that it has, with what to write."""

from __future__ import annotations

import pytest

import electrules

HEAD = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | election day: day asked.
  Loại | kind: one of xã | commune; phường | ward.
  Dân số | population: whole number from 0 to 100,000; unit dân | person, people.
  Sẵn sàng | ready: yes or no; says "is ready".
  Đánh dấu | flagged: yes or no; says "is flagged".
  Số ghế | seats: conclusion; whole number from 0 to 500; unit ghế | seat, seats; says "được cấp" | "gets".
  Chênh | balance: conclusion; whole number from -500 to 500.
  Niêm yết | posting: event.
  Khai mạc | opening of the poll: timed event.

instrument 1/2000/QH14 "Law": issued by the National Assembly on 2000-02-01; in force from 2000-03-01.

article 1
  {}
"""

SLIPS = [
    ("Opening of the poll at 24:00 on election day.", "24:00", "ER0307", "midnight", None),
    ("Opening of the poll at 07:00:00 on election day.", "07:00:00", "ER0307", "", "07:00"),
    ("Opening of the poll at 07:00:30 on election day.", "07:00:30", "ER0307", "seconds", None),
    ("Opening of the poll at 7h on election day.", "7h", "ER0307", "", "07:00"),
    ("Opening of the poll at 7h30 on election day.", "7h30", "ER0307", "", "07:30"),
    ("Opening of the poll at 25:00 on election day.", "25:00", "ER0307", "", None),
    ("When population is from 5,000 to 3,000 people then gets 3 seats.", "is from 5,000 to 3,000 people", "ER0504", "empty", None),
    ("Posting no later than -3 days before election day.", "-3 days", "ER0308", None, None),
    ("When (not ready or flagged) then gets 3 seats.", "not ready or flagged", "ER0303", "denied", None),
    ("Exception to article 35.1: gets 3 seats.", "article", "ER0301", "dotted", "clause 1 article 35"),
    ("Seats gets people.", "people", "ER0201", "unit", None),
    ("When there are 5 seats or more then balance is 1.", "5 seats or more", "ER0506", "concluded", None),
]


@pytest.mark.parametrize(("sentence", "place", "code", "case", "suggestion"), SLIPS)
def test_a_slip_is_said_with_its_cause(sentence: str, place: str, code: str, case: str | None, suggestion: str | None) -> None:
    text = HEAD.format(sentence)
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=text, base=None, lang="en")
    said = raised.value.diagnostics[0]
    assert said.span is not None
    found = text[said.span.start : said.span.end]
    assert (said.code, dict(said.data).get("case"), said.suggestion) == (code, case, suggestion)
    assert found == place or (code == "ER0504" and place.endswith(found))


@pytest.mark.parametrize(("lang", "address"), [("en", "article 1"), ("vi", "điều 1")])
def test_an_error_names_its_provision_in_the_readers_language(lang: str, address: str) -> None:
    with pytest.raises(electrules.RuleErrors) as raised:
        electrules.load(text=HEAD.format("Gets 3 chairs."), base=None, lang=lang)
    assert [each.address for each in raised.value.diagnostics] == [address]
    assert [each.address_in("en") for each in raised.value.diagnostics] == ["article 1"]


@pytest.mark.parametrize("number", ["-5", "−5"])
def test_a_number_below_zero_may_be_written(number: str) -> None:
    text = HEAD.format(f"When commune then balance is {number}.")
    if number == "−5":  # what a word processor put in is refused with the sign that then is read
        with pytest.raises(electrules.RuleErrors) as raised:
            electrules.load(text=text, base=None, lang="en")
        assert [(each.code, each.suggestion) for each in raised.value.diagnostics] == [("ER0108", "-")]
        return
    answer = electrules.load(text=text, base=None, lang="en").ask("balance", {"kind": "commune"}, on="2001-01-01")
    assert answer.value == -5


def test_a_note_may_hold_a_semicolon() -> None:
    rules = "Gets 3 seats.\n  Interpretation: one; source: page 2; and page 3; of the book."
    law = electrules.load(text=HEAD.format(rules), base=None, lang="en")
    (relied,) = law.ask("seats", {}, on="2001-01-01").interpretations
    assert (relied.statement, relied.source) == ("one", "page 2; and page 3; of the book")


def test_an_act_may_replace_a_length_of_time() -> None:
    rules = """Posting no later than 20 days before election day.

instrument 2/2001/QH14 "Later": issued by the National Assembly on 2001-02-01; in force from 2001-03-01.

article 1
  Replace 20 days with 30 days in article 1 of 1/2000/QH14."""
    law = electrules.load(text=HEAD.format(rules), base=None, lang="en")
    assert [str(law.calendar(day)[0].date) for day in ("2001-02-28", "2001-05-31")] == ["2001-02-08", "2001-05-01"]


def test_a_name_may_begin_like_a_place() -> None:
    text = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Điểm bỏ phiếu | polling places: kết luận; số nguyên từ 0 đến 9.
  Điểm do cử tri chấm | voters' mark: số nguyên từ 0 đến 9.

văn bản 1/2000/QH14 "Luật": do Quốc hội ban hành ngày 01/02/2000; có hiệu lực từ ngày 01/03/2000.

điều 1
  Điểm bỏ phiếu là 3.
"""
    assert electrules.load(text=text, base=None).ask("polling places", {}, on="2001-01-01").value == 3

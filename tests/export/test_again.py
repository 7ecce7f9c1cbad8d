"""An .ics file made again moves and cancels what a program has read of the earlier one (RFC 5546)."""

from __future__ import annotations

import icalendar

import electrules
from electrules.export import calendar_document

TEXT = """language: English

vocabulary
  Quốc hội | National Assembly: authority; rank 1.
  Ngày bầu cử | election day: day asked.
  Đô thị | urban: yes or no.
  Niêm yết | posting: event.
  Khiếu nại | complaint: event.
  Trả lời | answer: event.
  Quốc ca | anthem: event.

instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.

article 1
  Posting no later than 20 days before election day.
  Answer within 2 days from posting.

article 2
  When urban then within 3 days from posting, the National Assembly may see to complaint.
"""


def events(content: bytes) -> dict[str, tuple[str, int, str, object]]:
    """Day, SEQUENCE, status and stamp of each event, by what is due."""
    found = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return {
        str(each["summary"]).split(" ")[0]: (str(each["dtstart"].dt), int(each["sequence"]), str(each.get("status", "")), each["dtstamp"].dt)
        for each in found
    }


def test_what_moves_has_the_next_sequence_and_what_is_no_more_is_cancelled() -> None:
    law = electrules.load(text=TEXT, base=None, lang="en")
    first = calendar_document(law.calendar("2021-05-23", facts={"urban": True}), ".ics", "en")
    second = calendar_document(law.calendar("2021-05-23", facts={"urban": False}, done={"posting": "2021-05-01"}), ".ics", "en", first)
    old, new = events(first), events(second)
    assert {name: each[:3] for name, each in new.items()} == {
        "posting": ("2021-05-03", 0, ""),
        "answer": ("2021-05-03", 1, ""),
        "complaint": ("2021-05-06", 1, "CANCELLED"),
    }
    assert all((new[name][3] > old[name][3]) == (new[name][1] > old[name][1]) for name in new)  # type: ignore[operator]


def test_nothing_changed_is_the_same_file_and_what_returns_stands_again() -> None:
    law = electrules.load(text=TEXT, base=None, lang="en")
    there, gone = (law.calendar("2021-05-23", facts={"urban": each}) for each in (True, False))
    first = calendar_document(there, ".ics", "en")
    assert calendar_document(there, ".ics", "en", first) == first
    cancelled = calendar_document(gone, ".ics", "en", first)
    assert calendar_document(gone, ".ics", "en", cancelled) == cancelled
    again = calendar_document(there, ".ics", "en", cancelled)
    assert events(again)["complaint"][:3] == ("2021-05-06", 2, "")


def test_a_file_of_somebody_else_is_no_earlier_one() -> None:
    calendar = electrules.load(text=TEXT, base=None, lang="en").calendar("2021-05-23")
    assert calendar_document(calendar, ".ics", "en", b"BEGIN:NOTHING") == calendar_document(calendar, ".ics", "en")

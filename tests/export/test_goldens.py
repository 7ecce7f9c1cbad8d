"""The calendar of a small law as it is written, whole: `python tests/export/test_goldens.py` writes the goldens again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
import small_law

import electrules
from electrules.calendar import Calendar
from electrules.export import SUFFIXES, calendar_document

FOLDER = Path(__file__).parents[1] / "golden/calendar"
NAMES = ("table.vi.txt", "table.en.txt", "calendar.csv", "calendar.json", "saturday.vi.txt")


def written(law: electrules.Rulebook) -> Mapping[str, bytes]:
    """Each golden by its name."""
    sunday, saturday = law.calendar("2021-05-23"), law.calendar("2021-05-22", done={"niêm yết danh sách": "2021-04-01"}, facts={"islands": True})
    return {
        "table.vi.txt": f"{sunday.text('vi')}\n".encode(),
        "table.en.txt": f"{sunday.text('en')}\n".encode(),
        "calendar.csv": calendar_document(sunday, ".csv"),
        "calendar.json": calendar_document(sunday, ".json"),
        "saturday.vi.txt": f"{saturday.text()}\n".encode(),
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_calendar_is_written_as_before(law: electrules.Rulebook, name: str) -> None:
    assert written(law)[name].decode() == (FOLDER / name).read_bytes().decode()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_same_calendar_gives_the_same_bytes(law: electrules.Rulebook, calendar: Calendar, suffix: str, lang: str) -> None:
    again = electrules.load(text=small_law.LAW, base=None).calendar("2021-05-23")
    assert calendar_document(again, suffix, lang) == calendar_document(calendar, suffix, lang)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, content in written(electrules.load(text=small_law.LAW, base=None)).items():
        (FOLDER / name).write_bytes(content)

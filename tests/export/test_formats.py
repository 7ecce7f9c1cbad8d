"""Every format read again by what reads it elsewhere; hostile names stay text in all of them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

import openpyxl
import pytest
import reading
from attrs import evolve

import electrules
from electrules.calendar import Calendar
from electrules.explain.row import rows_of
from electrules.export import SUFFIXES, MissingExtra, calendar_document
from electrules.export import extra as extras

READ: dict[str, Callable[[bytes], list[tuple[object, ...]]]] = {
    ".html": reading.from_html, ".csv": reading.from_csv, ".xlsx": reading.from_xlsx, ".ics": reading.from_ics, ".json": reading.from_json,
}  # fmt: skip

HOSTILE = (
    "=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1:A9)", '  =HYPERLINK("http://x")', "＝1", "\t=1", '"=1"', "'=1",
    "<script>alert(1)</script>", "</title></style><b>", "a & b &amp; \"c\" 'd'", "]]>", "<!--", "javascript:alert(1)", "http://example.org/",
    "xuống\ndòng", "BEGIN:VEVENT\r\nEND:VEVENT", "a;b,c\\n\\", "ngày\u2028mới", "Ủy ban", "👩‍👩‍👧", "ốc " * 60, "x" * 40_000, "{time} {0} %s", "12/05/2021", "007",
)  # fmt: skip


def hostile(calendar: Calendar, name: str) -> Calendar:
    """*calendar* whose events and actors are all called *name*."""
    rows = (evolve(each, names=((name, name), each.names[1]), limit=evolve(each.limit, actors=((name, name),))) for each in calendar)
    return evolve(calendar, deadlines=tuple(rows))


def expected(calendar: Calendar, suffix: str) -> list[tuple[object, ...]]:
    rows = rows_of(calendar, "vi")
    if suffix == ".ics":
        return [(each.last, each.event, each.actor) for each in rows]
    if suffix == ".json":
        return [(each.first, each.last, each.deadline.event, each.actor) for each in rows]
    return [(each.first, each.last, each.event, each.actor) for each in rows]


def test_every_format_is_read_again_by_something() -> None:
    assert set(READ) == set(SUFFIXES)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_format_read_again_is_the_calendar(calendar: Calendar, suffix: str) -> None:
    found = READ[suffix](calendar_document(calendar, suffix, "vi"))
    assert found == expected(calendar, suffix) and len(found) == len(calendar) > 10


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("suffix", [".html", ".csv", ".xlsx", ".ics"])
def test_hostile_names_stay_text(calendar: Calendar, suffix: str, name: str) -> None:
    changed = hostile(calendar, name)
    found = READ[suffix](calendar_document(changed, suffix, "vi"))
    line = " ".join(name.split())
    for row in found:
        event, actor = str(row[-2]), str(row[-1])
        if suffix == ".csv":
            assert not any(re.match(r"\s*[=+@\-＝＋－＠\t]", each) for each in (event, actor))
            event, actor = (each if line.startswith("'") else re.sub("^'(?=[=+@\\-＝＋－＠])", "", each) for each in (event, actor))
        for said in ("có quyền ", "không được "):  # within a phrase the name has no capital
            event = line[:1] + event.removeprefix(said)[1:] if event.startswith(said) else event
        if suffix == ".xlsx" and len(name) > 32_767:
            assert all(each.endswith("…") and len(each) <= 32_767 for each in (event, actor))
        else:
            assert (event, actor) == (line, line)
    assert len(found) == len(calendar)


def test_offsets_are_numbers_in_csv_and_excel(calendar: Calendar) -> None:
    rows = list(csv.DictReader(io.StringIO(calendar_document(calendar, ".csv", "en").decode("utf-8-sig"))))
    assert rows[0]["offset"] == "-115" and rows[0]["counted from"] == "election day" and rows[0]["status"] == "official"
    sheet = openpyxl.load_workbook(io.BytesIO(calendar_document(calendar, ".xlsx", "en"))).worksheets[0]
    assert [cell.value for cell in sheet[2]][7] == -115


def test_times_and_marks_are_said_in_the_event(calendar: Calendar) -> None:
    text = calendar_document(calendar, ".ics", "en").decode().replace("\r\n ", "")
    assert (
        "DESCRIPTION:07:00–19:00 2021-05-23\\npolling team\\nfrom 07:00 to 19:00 on election day\\narticle 5 of 1/2020/QH14\\nfalls on a day off"
        in text
    )
    assert "\\nunconfirmed" in text and "depends on: islands" in text


def test_the_page_loads_nothing_and_its_signs_lead_to_its_rows(calendar: Calendar) -> None:
    page = reading.Page(calendar_document(calendar, ".html", "vi").decode())
    assert not {"script", "link", "img", "iframe", "object", "base"} & {tag for tag, _ in page.tags}
    ids = {found["id"] for _, found in page.tags if "id" in found}
    targets = [str(found["href"]) for tag, found in page.tags if tag == "a" and "href" in found]
    assert targets and all(each.startswith("#") and each[1:] in ids for each in targets)
    assert {f"#d{number}" for number in range(1, len(calendar) + 1)} <= set(targets)
    assert not [each for _, found in page.tags for name, each in found.items() if name in ("src", "srcset", "action") or name.startswith("on")]


@pytest.mark.parametrize("name", ["", "<b>&</b>", "x" * 300])
def test_the_timeline_is_well_formed(calendar: Calendar, name: str) -> None:
    page = calendar_document(hostile(calendar, name) if name else calendar, ".html", "en").decode()
    (svg,) = re.findall(r'<svg viewBox="[^"]*" role="group".*?</svg>', page, re.DOTALL)
    tree = ET.fromstring(svg)
    width, height = map(float, tree.attrib["viewBox"].split()[2:])
    marks = [each for each in tree.iter() if each.tag in ("circle", "rect") and "class" not in each.attrib and each.get("cx", each.get("x"))]
    assert marks and all(0 <= float(each.get("cx", each.get("x", ""))) <= width for each in marks)
    assert all(0 <= float(each.get("cy", each.get("y", ""))) <= height for each in marks)


@pytest.mark.parametrize("day", ["1990-01-07", "2021-05-22"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_what_the_law_objects_to_is_in_the_file_too(law: electrules.Rulebook, suffix: str, day: str) -> None:
    calendar = law.calendar(day)
    assert not calendar.ok and calendar.objections("vi")
    content = calendar_document(calendar, suffix)
    assert len(READ[suffix](content)) == len(calendar)
    if suffix == ".html":
        assert 'role="alert"' in content.decode()
    if suffix == ".xlsx":
        notes = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
        assert notes["A2"].value == f"! {calendar.objections('vi')[0]}"


@pytest.mark.parametrize(("suffix", "library"), [(".ics", "icalendar"), (".xlsx", "xlsxwriter")])
def test_a_missing_library_is_named_with_what_installs_it(calendar: Calendar, monkeypatch: pytest.MonkeyPatch, suffix: str, library: str) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtra) as found:
        calendar_document(calendar, suffix)
    assert found.value.library == library and "electrules[calendar]" in str(found.value)

"""Diagnostics: where they point, what they say, how they are shown."""

from __future__ import annotations

import json
import pickle
import unicodedata

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import electrules.diagnostics.page as pages
from electrules.diagnostics.diagnostic import Diagnostic, diagnose, placed
from electrules.diagnostics.errors import ElectrulesError, FactErrors, RuleErrors
from electrules.diagnostics.render import render, render_all, visible, width
from electrules.source.read import read_text
from electrules.source.span import NOWHERE, Span

HEAD = "ngôn ngữ: tiếng Việt\n"


def at(text: str, words: str, **options: object) -> Diagnostic:
    file = read_text(HEAD + text, "a.luat").value[0]
    start = file.text.index(words)
    said = diagnose("ER0201", file.span(start, start + len(words)), words=words, **options)  # type: ignore[arg-type]
    return placed([said], {"a.luat": file})[0]


def test_a_span_becomes_a_place_in_the_file_as_it_stands() -> None:
    said = at(unicodedata.normalize("NFD", "tỉnh miền nuí thì"), "miền nuí")
    assert (said.path, said.line, said.column, said.end_line, said.end_column) == ("a.luat", 2, 7, 2, 18)


def test_places_of_the_same_cause_are_placed_too_and_placing_again_changes_nothing() -> None:
    file = read_text(HEAD + "x\n y", "a.luat").value[0]
    said = diagnose("ER0202", file.span(21, 22), name="x", places=[file.span(24, 25)])
    (done,) = placed([said], {"a.luat": file})
    assert done.places == (("a.luat", 3, 2),)
    assert placed([done], {}) == (done,)


def test_what_has_no_place_keeps_none() -> None:
    for span in (None, NOWHERE):
        (said,) = placed([diagnose("ER0601", span, name="x", fact="x")], {})
        assert said.path is None and said.line is None and "ER0601" in said.text()
    assert placed([diagnose("ER0201", Span("gone.luat", 1, 2), words="x")], {})[0].path == "gone.luat"


def test_carets_stand_under_the_words_whatever_their_form() -> None:
    for form in ("NFC", "NFD"):
        lines = at(unicodedata.normalize(form, "tỉnh miền nuí thì"), "miền nuí").text().splitlines()
        assert lines[0].startswith("a.luat:2:") and lines[2] == "  |      ^^^^^^^^"


def test_all_that_a_reader_is_shown_in_both_languages() -> None:
    said = at("tỉnh miền nuí", "miền nuí", suggestion="miền núi", expected=["miền núi", "hải đảo"], address="điều 1")
    assert said.text("en").splitlines() == [
        "a.luat:2:6 (điều 1): error ER0201",
        "  | tỉnh miền nuí",
        "  |      ^^^^^^^^",
        '  Nobody has declared "miền nuí".',
        "  expected: miền núi, hải đảo",
        "  try: miền núi",
        "  see: docs/errors/ER0201-unknown-words.md",
    ]
    assert "lỗi ER0201" in said.text("vi") and "thử: miền núi" in said.text("vi")
    assert said.said_in("en") == said and str(said.said_in("en")) == said.text("en")


def test_colour_only_if_asked() -> None:
    said = at("tỉnh miền nuí", "miền nuí")
    assert "\x1b" not in render(said, "vi") and "\x1b[31m" in render(said, "vi", colour=True)


def test_what_could_move_text_on_a_terminal_is_named() -> None:
    assert visible("a\x1b[2Jb\u202ec\td\u00a0e") == "a<U+001B>[2Jb<U+202E>c    d e"
    said = at("tỉnh\tmiền nuí", "miền nuí")
    assert said.text().splitlines()[2] == "  |         ^^^^^^^^"
    assert width("ế\u0301３") == 3


def test_a_long_line_is_clipped_around_what_is_meant() -> None:
    said = at("x " * 100_000 + "nuí" + " y" * 100_000, "nuí")
    assert max(map(len, said.text().splitlines())) < 300 and "nuí" in said.text()
    long = at("nuí" * 100_000, "nuí" * 100_000)
    assert max(map(len, long.text().splitlines())) < 700


def test_a_span_over_lines_is_underlined_to_the_end_of_its_first() -> None:
    said = at("a bc\nd e", "bc\nd")
    assert (said.line, said.end_line, said.end_column) == (2, 3, 2) and said.text().splitlines()[2] == "  |   ^^"


def test_data_may_have_a_name_in_each_language() -> None:
    said = diagnose("ER0601", name=("dân số", "population"))
    assert "dân số" in said.message("vi") and "population" in said.message("en") and said.message() == said.message("vi")


@given(text=st.text(max_size=40))
def test_what_fills_a_slot_is_never_a_template(text: str) -> None:
    said = diagnose("ER0605", name="{value}", value=text, least="{name}", most="{0}")
    assert '"{value}"' in said.message("en") and "from {name} to {0}" in said.message("en")
    assert said.text("vi").encode("utf-8", "surrogatepass")


def test_json_has_what_tools_need() -> None:
    record = json.loads(json.dumps(at("tỉnh miền nuí", "miền nuí", suggestion="miền núi").to_dict()))
    assert (record["code"], record["severity"], record["line"], record["column"], record["suggestion"]) == ("ER0201", "error", 2, 6, "miền núi")
    assert record["message"] and record["places"] == [] and record["fact"] is None


def test_errors_show_all_and_can_be_pickled() -> None:
    error = RuleErrors([at("tỉnh miền nuí", "miền nuí"), diagnose("ER0106")])
    assert isinstance(error, ElectrulesError) and "ER0201" in str(error) and "ER0106" in str(error)
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics
    assert FactErrors(iter(())).diagnostics == () and str(FactErrors([])) == ""


def test_a_flood_is_counted() -> None:
    said = diagnose("ER0106")
    assert render_all([said] * 1000, "en").endswith("… and 800 more.")


def test_without_pages_there_is_still_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(name: str) -> str:
        raise FileNotFoundError(name)

    pages.page.cache_clear()
    monkeypatch.setattr(pages, "read_text", gone)
    said = evolve(diagnose("ER0201", words="x"), path="a", line=1, column=1)
    assert "ER0201 words=x" in said.text()
    pages.page.cache_clear()


def test_importing_reads_no_page() -> None:
    pages.page.cache_clear()
    diagnose("ER0201", words="x")
    assert pages.page.cache_info().currsize == 0

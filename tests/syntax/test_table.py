"""The table of constructs and all that is made from it agree."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import attrs
import pytest

from electrules.resources import resource
from electrules.source.read import read
from electrules.syntax import declare, parse, written
from electrules.syntax.build import _MAKERS
from electrules.syntax.clash import Starts, covered, words_in
from electrules.syntax.grammar import follows, grammar_text
from electrules.syntax.lexicon import Lexicon
from electrules.syntax.print import Printer
from electrules.syntax.table import constructs, keyword_terminals

from .test_round_trip import same_both_ways

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("surface", ["vi", "en"])
def test_the_grammar_that_stands_in_the_folder_is_the_one_that_is_used(surface: str) -> None:
    assert Path(resource(f"grammars/{surface}.lark")).read_text("utf-8") == grammar_text(surface)


def test_both_surfaces_say_the_same_parts_of_the_same_nodes() -> None:
    for row in constructs().rows:
        if row.makes in _MAKERS:
            continue
        fields = {field.name for field in attrs.fields(getattr(written, row.makes))}
        for surface in ("vi", "en"):
            for pattern in row.patterns(surface):
                assert {part.role for part in pattern.parts} <= fields, row
        assert {name for name, _ in row.given} <= fields, row


@pytest.mark.parametrize("surface", ["vi", "en"])
def test_no_keyword_swallows_others_that_could_stand_side_by_side(surface: str) -> None:
    starts = Starts()
    for words, terminal in keyword_terminals(surface).items():
        starts.plant(words_in(words), terminal)
    for words in keyword_terminals(surface):
        assert not covered(words_in(words), starts, follows(surface)), words


def test_every_shipped_file_survives_printing_in_both_surfaces() -> None:
    files = read([resource("rules")]).value
    lexicon = declare(files).value
    for file in files:
        document = parse(file, lexicon)
        assert not document.diagnostics
        same_both_ways(document.value, file, lexicon)


def test_the_twelve_provisions_are_one_tree_in_both_surfaces() -> None:
    """Real provisions of the two laws, as first written to try the language: scales, brackets, exceptions, acts, a deadline, a body, a quota, complaints."""
    golden = Path(__file__).parent.parent / "golden" / "syntax"
    vi, en = (read([golden / f"twelve.{surface}.luat"]).value[0] for surface in ("vi", "en"))
    lexicon = declare([vi]).value
    assert declare([en]).value.terms == lexicon.terms
    one, other = parse(vi, lexicon), parse(en, lexicon)
    assert not (*one.diagnostics, *other.diagnostics)
    assert one.value.blocks == other.value.blocks
    same_both_ways(one.value, vi, lexicon)


@pytest.mark.parametrize("unit", ["day", "working day", "hour", "month", "year"])
def test_a_length_of_time_is_printed_in_the_form_that_its_number_takes(unit: str) -> None:
    printer = Printer("en", Lexicon())
    said = [printer.say(written.Duration(Fraction(number), unit), "duration") for number in (1, 2)]
    assert said == [f"1 {unit}", f"2 {unit}s"]

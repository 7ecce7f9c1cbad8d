"""Whatever the table of constructs can say is read, printed in either surface, and read again as the same tree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from electrules.source.file import SourceFile
from electrules.source.read import read, read_text
from electrules.source.text import folded
from electrules.syntax import declare, parse
from electrules.syntax.format import format_document
from electrules.syntax.lexicon import Lexicon
from electrules.syntax.written import Document, Unreadable
from electrules.testing.documents import sentences

pytestmark = pytest.mark.slow

VOCABULARY = Path(__file__).with_name("vocabulary.luat")
HEADING = {"vi": "ngôn ngữ: tiếng Việt\n\nđiều 1 khoản 1\n  ", "en": "language: English\n\narticle 1 clause 1\n  "}


def lexicon_of(files: tuple[SourceFile, ...]) -> Lexicon:
    declared = declare(files)
    assert not declared.diagnostics
    return declared.value


LEXICON = lexicon_of(read([VOCABULARY]).value)


def written_of(text: str, lexicon: Lexicon = LEXICON) -> tuple[Document, SourceFile, tuple[object, ...]]:
    source = read_text(text, "a.luat").value
    file = source[0] if isinstance(source, tuple) else source
    passed = parse(file, lexicon)
    return passed.value, file, passed.diagnostics


def same_both_ways(document: Document, file: SourceFile, lexicon: Lexicon = LEXICON) -> None:
    for surface in ("vi", "en"):
        printed = format_document(document, file, lexicon, surface)
        again, file_again, said = written_of(printed, lexicon)
        assert not said, printed
        assert again.blocks == document.blocks, printed
        assert format_document(again, file_again, lexicon, surface) == printed


def counts_a_name(text: str, lexicon: Lexicon) -> bool:
    """Whether a bare number stands before a name that begins with a unit, "0 dân số": after a number a word is the unit, so that is refused."""
    said = " ".join(folded(text).split())
    for surface in ("vi", "en"):
        units = [folded(name) for unit in lexicon.units.values() for name in (unit.en if surface == "en" else unit.vi)]
        names = (each.words for each in lexicon.phrases(surface))
        if any(re.search(rf"[0-9] {re.escape(name)}\b", said) for name in names if any(name.startswith(f"{unit} ") for unit in units)):
            return True
    return False


@pytest.mark.parametrize("surface", ["vi", "en"])
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much], deadline=None)
@given(data=st.data())
def test_every_sentence_of_the_table_survives_printing_in_both_surfaces(surface: str, data: st.DataObject) -> None:
    text = data.draw(sentences(LEXICON, surface))
    document, file, said = written_of(f"{HEADING[surface]}{text}.\n")
    codes = {each.code for each in said}  # type: ignore[attr-defined]
    if codes:
        assert codes <= {"ER0303", "ER0304"} or counts_a_name(text, LEXICON), (text, codes)
        return
    assert not any(isinstance(block, Unreadable) for block in document.blocks)
    if not any(counts_a_name(format_document(document, file, LEXICON, to), LEXICON) for to in ("vi", "en")):
        same_both_ways(document, file)

"""Lists of places as lawyers write them: what a place leaves out is that of the last, where both stand on one level."""

from __future__ import annotations

import pytest

from electrules.syntax import parse, written
from electrules.syntax.lexicon import Lexicon

from .test_wordings import LANGUAGE, file

HEADING = {"vi": "điều 9 khoản 8", "en": "article 9 clause 8"}
REPEAL = {"vi": "Bãi bỏ", "en": "Repeal"}


@pytest.mark.parametrize(
    ("surface", "words", "places"),
    [
        ("vi", "Điều 1, Điều 2 và Điều 3 của 1/2020/QH14", ["1", "2", "3"]),
        ("vi", "các Điều 1, 2 và 3 của 1/2020/QH14", ["1", "2", "3"]),
        ("en", "clause 2, clause 3 and clause 4 of article 5", ["5.2", "5.3", "5.4"]),
        ("vi", "điểm a khoản 1 và điểm b khoản 2 Điều 5", ["5.1.a", "5.2.b"]),
        ("vi", "điểm b, khoản 1, Điều 18", ["18.1.b"]),
        ("vi", "Điều 1, khoản 2 Điều 3", ["1", "3.2"]),
        ("en", "point a of clause 1 and article 3", ["?.1.a", "3"]),
        ("vi", "điểm a và khoản 2 Điều 5", ["?.?.a", "5.2"]),
    ],
)
def test_a_list_of_places(surface: str, words: str, places: list[str]) -> None:
    read = parse(file(f"{LANGUAGE[surface]}{HEADING[surface]}\n  {REPEAL[surface]} {words}.\n"), Lexicon())
    assert not read.diagnostics
    (provision,) = read.value.blocks
    assert isinstance(provision, written.Provision)
    (repeal,) = provision.statements
    assert isinstance(repeal, written.Repeal)
    assert [_said(each) for each in repeal.targets] == places
    assert {each.instrument for each in repeal.targets} == ({"1/2020/QH14"} if "của" in words else {None})


def _said(place: written.Reference) -> str:
    parts = [place.article, place.clause, place.point]
    while parts[-1] is None:
        parts.pop()
    return ".".join(part or "?" for part in parts)

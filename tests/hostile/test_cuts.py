"""Shipped and small laws cut, flipped and robbed of a token: a rulebook, or diagnostics with a place; nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_texts import LANGUAGE, VOCABULARY, header
from trial import in_a_small_stack, tried

import electrules

pytestmark = pytest.mark.slow

RULES = Path(__file__).parents[2] / "rules" / "vn"
SHIPPED = sorted(RULES.rglob("*.luat"))
WORDS = sorted((RULES / "vocabulary").glob("*.luat"))

LAWS = {
    "vi": (
        LANGUAGE + VOCABULARY + header(),
        """điều 1
  Xã thuộc miền núi và có từ 3.000 dân trở xuống: được bầu 15 đại biểu.
  Xã không thuộc miền núi hoặc có trên 3.000 dân: được bầu 20 đại biểu.
""",
    ),
    "en": (
        'language: English\n\ninstrument 1/2020/QH14 "Law": issued by National Assembly on 2020-02-01; in force from 2020-03-01.\n',
        """article 1
  A commune that is mountainous and with 3,000 inhabitants or fewer: elects 15 deputies.
  A commune that is not mountainous or with more than 3,000 inhabitants: elects 20 deputies.
""",
    ),
}
ASKED = [{"kind": "commune", "mountainous": upland, "population": many} for upland in (True, False) for many in (3_000, 3_001)]
WHOLE = [("answered", 15), ("answered", 20), ("answered", 20), ("answered", 20)]


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(file=st.sampled_from(SHIPPED), where=st.floats(0, 1), length=st.integers(0, 40), put=st.binary(max_size=3))
def test_a_shipped_file_cut_and_flipped(tmp_path: Path, file: Path, where: float, length: int, put: bytes) -> None:
    content = file.read_bytes()
    at = int(where * len(content))
    half = length > 30
    (tmp_path / "x.luat").write_bytes(content[:at] if half else content[:at] + put + content[at + length :])
    try:
        in_a_small_stack(lambda: electrules.load(*(each for each in WORDS if each != file), tmp_path, base=None))
    except electrules.RuleErrors as errors:
        for each in errors.diagnostics[:20]:
            assert each.line and each.path and each.message("vi") and each.message("en")


def _answers(text: str, words: Path) -> list[tuple[str, object]] | None:
    """What a law says of `ASKED`; None where it is refused, with places."""
    book = tried(text, words)
    if not isinstance(book, electrules.Rulebook):
        return None
    return [(each.outcome, each.value) for each in (book.ask("seats", facts, on="2021-01-01") for facts in ASKED)]


DENIED_NO_MORE = [("conflict", None), ("answered", 20), ("gap", None), ("answered", 20)]

# What is still a sentence with a word less, on which line, and what it then says of `ASKED`; all else must be refused.
STILL_SAID = {
    "vi": {("thuộc", 1): WHOLE, ("từ", 1): WHOLE, ("thuộc", 2): WHOLE, ("không", 2): DENIED_NO_MORE},
    "en": {(word, line): WHOLE for word in ("A", "that", "is") for line in (1, 2)} | {("not", 2): DENIED_NO_MORE},
}


@pytest.mark.parametrize("surface", ["vi", "en"])
def test_each_token_of_a_rule_deleted_is_refused_or_means_what_it_then_says(surface: str, tmp_path: Path) -> None:
    head, article = LAWS[surface]
    (tmp_path / "words.luat").write_text(LANGUAGE + VOCABULARY, encoding="utf-8")
    head = head.replace(LANGUAGE + VOCABULARY, LANGUAGE)
    assert _answers(head + article, tmp_path) == WHOLE
    said = {}
    for token in re.finditer(r"[\w.,]*\w|\S", article):
        found = _answers(head + article[: token.start()] + article[token.end() :], tmp_path)
        if found is not None:
            said[token[0], article.count("\n", 0, token.start())] = found
    assert said == STILL_SAID[surface]

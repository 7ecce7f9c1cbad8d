"""Readings that stand in another language than the answer are introduced with a note, once."""

from __future__ import annotations

import pytest

from electrules.explain.answer import reading_lines
from electrules.tree.nodes import Interpretation

VI = (Interpretation("không tính phần lẻ", "công văn", "vi"), Interpretation("chỉ cần một", "lời của luật", "vi"))


@pytest.mark.parametrize(
    ("lang", "readings", "expected"),
    [
        ("en", VI, ["Reading relied on (in Vietnamese): ", "Reading relied on: "]),
        ("vi", VI, ["Cách hiểu: ", "Cách hiểu: "]),
        ("vi", (Interpretation("one is enough", "letter", "en"),), ["Cách hiểu (viết bằng tiếng Anh): "]),
        ("en", (Interpretation("một", "thư"),), ["Reading relied on: "]),
    ],
)
def test_the_language_is_noted_once(lang: str, readings: tuple[Interpretation, ...], expected: list[str]) -> None:
    lines = reading_lines(readings, lang)
    assert [line.startswith(start) for line, start in zip(lines, expected, strict=True)] == [True] * len(expected)

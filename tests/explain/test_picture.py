"""Pictures of proofs: well-formed, without overlap, safe against any text."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
import questions
from hypothesis import given
from hypothesis import strategies as st

import electrules
from electrules.explain import mermaid, svg
from electrules.explain.mermaid import label
from electrules.explain.step import Step
from electrules.explain.svg import LETTERS, clean, laid_out, wrapped

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("name", questions.QUESTIONS)
@pytest.mark.parametrize("lang", questions.LANGS)
def test_the_picture_is_svg_that_loads_nothing_and_overlaps_nowhere(law: electrules.Rulebook, name: str, lang: str) -> None:
    term, known, on = questions.QUESTIONS[name]
    text = svg(law.ask(term, known, on=on), lang)
    root = ET.fromstring(text)
    assert "href" not in text
    assert "<script" not in text
    boxes = [{key: float(each.attrib[key]) for key in ("x", "y", "width", "height")} for each in root.iter(f"{SVG}rect") if "rx" in each.attrib]
    assert len(boxes) > 2
    assert all(under["y"] >= over["y"] + over["height"] for over, under in pairwise(boxes))
    assert all(box["x"] + box["width"] <= float(root.attrib["width"]) for box in boxes)


@pytest.mark.parametrize("name", questions.QUESTIONS)
def test_the_flowchart_has_only_nodes_and_arrows(law: electrules.Rulebook, name: str) -> None:
    term, known, on = questions.QUESTIONS[name]
    first, *lines = mermaid(law.ask(term, known, on=on), "vi").splitlines()
    assert first == "flowchart TD"
    assert all(re.fullmatch(r'  n\d+\["[^"\[\]{}|`]*"\]|  n\d+ --> n\d+', line) for line in lines)


@given(st.text())
def test_any_text_can_stand_in_a_label(text: str) -> None:
    assert not re.search(r'["\[\]{}|`\\\n]', label(text))
    ET.fromstring(f"<a>{clean(text)}</a>")


@given(st.text())
def test_lines_are_never_longer_than_asked(text: str) -> None:
    assert all(len(line) <= LETTERS for line in wrapped(text, LETTERS))


def test_deep_and_long_outlines_stay_on_the_page() -> None:
    step = Step("x")
    for _ in range(2_000):
        step = Step("y" * 300, below=(step,))
    boxes = laid_out("title", step, "en")
    assert len(boxes) <= 402
    assert max(box.x + box.width for box in boxes) < 2_000

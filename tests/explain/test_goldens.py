"""Goldens: questions with their text in both languages. To write them again: `python tests/explain/test_goldens.py`."""

from __future__ import annotations

from pathlib import Path

import invented
import pytest
import questions

import electrules

FOLDER = Path(__file__).parent.parent / "golden" / "explain"


def invented_page(name: str) -> str:
    return questions.page(f"invented: {name}", invented.RULEBOOKS[name].ask(invented.FACTS), invented.FACTS)


def shipped_page(law: electrules.Rulebook, name: str) -> str:
    term, facts, on = questions.QUESTIONS[name]
    return questions.page(name, law.ask(term, facts, on=on), facts)


@pytest.mark.parametrize("name", questions.QUESTIONS)
def test_the_text_is_the_one_reviewed(law: electrules.Rulebook, name: str) -> None:
    assert shipped_page(law, name) == (FOLDER / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", invented.RULEBOOKS)
def test_the_text_of_an_invented_rulebook_is_the_one_reviewed(name: str) -> None:
    assert invented_page(name) == (FOLDER / f"invented-{name}.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    shipped = electrules.load()
    pages = {f"invented-{name}": invented_page(name) for name in invented.RULEBOOKS}
    for each, text in {**pages, **{name: shipped_page(shipped, name) for name in questions.QUESTIONS}}.items():
        (FOLDER / f"{each}.md").write_text(text, encoding="utf-8")

"""The shipped law is what was reviewed: the page of every rule file, and none besides."""

from __future__ import annotations

import reviewed

import electrules


def test_every_page_is_the_one_reviewed(law: electrules.Rulebook) -> None:
    made = reviewed.pages(law)
    kept = {
        path.relative_to(reviewed.GOLDEN).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("law", "vocabulary")
        for path in (reviewed.GOLDEN / folder).rglob("*.md")
    }
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == [], "python tests/properties/reviewed.py, then read the difference"

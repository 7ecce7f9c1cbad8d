"""A page of docs/errors, read when a message is asked for: its head has the sentences, its body explains them.

The head is what stands between the two lines `---`: `key: text` a line. `vi` and `en` are the sentences, `vi.CASE`
and `en.CASE` variants of them; `{name}` is a slot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from attrs import frozen

from ..languages import LANGS, place_of
from ..resources import read_text
from .diagnostic import Said
from .register import page_of

SLOT = re.compile(r"\{([a-z_]+)\}")
LONGEST = 200  # of what fills a slot; a message quotes input, and input may be a whole file


@frozen
class Page:
    """The page of a code: its *head* and the Markdown *body* below."""

    head: Mapping[str, str]
    body: str

    @property
    def slots(self) -> frozenset[str]:
        """The names that the sentences want filled."""
        return frozenset(SLOT.findall("\n".join(text for key, text in self.head.items() if key[:2] in LANGS)))

    @property
    def cases(self) -> frozenset[str]:
        """The variants of the sentence."""
        return frozenset(key.partition(".")[2] for key in self.head if key[:3] in ("vi.", "en."))

    def sentence(self, lang: str, case: str = "") -> str:
        """The sentence in *lang*, in the variant *case* if there is one."""
        return self.head.get(f"{lang}.{case}") or self.head.get(lang) or self.head.get("en", "")


@cache
def page(code: str) -> Page:
    """The page of *code* ("" for the words that frame every message)."""
    return read_page(read_text(page_of(code)))


def read_page(text: str) -> Page:
    """A page from its text."""
    _, head, body = ("\n" + text).split("\n---\n", 2)
    pairs = (line.partition(":") for line in head.splitlines() if line.strip() and not line.startswith("#"))
    return Page({key.strip(): words.strip() for key, _, words in pairs}, body)


def message(code: str, lang: str, data: Mapping[str, Said]) -> str:
    """The sentence of *code* in *lang*, its slots filled from *data*."""
    try:
        words = page(code)
    except (OSError, ValueError):  # a broken installation must not hide what is being said
        return " ".join([code, *(f"{name}={_said(value, lang)}" for name, value in data.items())])
    quoted = {name: clipped(_said(value, lang)) for name, value in data.items()}
    return fill(words.sentence(lang, quoted.get("case", "")), quoted)


def fill(sentence: str, data: Mapping[str, str]) -> str:
    """*sentence* with its slots filled; what fills them is never read as a template."""
    return SLOT.sub(lambda slot: data.get(slot[1], "…"), sentence)


def clipped(text: str) -> str:
    """*text*, short enough to be quoted."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _said(value: Said, lang: str) -> str:
    return value if isinstance(value, str) else value[place_of(lang)]

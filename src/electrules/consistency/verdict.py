"""A verdict: what the walk over all cases found of a term in a stretch of days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from ..evaluate.piece import Piece
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..values.value import plain

Kind: TypeAlias = Literal["gap", "conflict", "dead rule", "exception never wins", "later prevails", "silence", "unread", "contradiction"]
"""What can be found."""

Finds: TypeAlias = Literal["proved", "refuted", "not decided"]
"""There is none, here is one, or there were too many cases to tell."""

KINDS: tuple[Kind, ...] = get_args(Kind)
VERDICTS: tuple[Finds, ...] = get_args(Finds)

TOLD: tuple[Kind, ...] = ("later prevails", "silence", "unread")
"""What is told, and is no failure."""


@frozen
class Verdict:
    """What was found of *term* (an English name) from *first_day* to *last_day*, both included (None: open).

    *kind* is one of `KINDS`, *verdict* one of `VERDICTS`. *witness*: facts that `ask` takes, asked *on* a day, that show a
    failure; both None where there is none. *regions*: all facts that share it, each as what the facts that matter there may
    be. *citations* are the provisions that it is about. *reason*: that of a declared silence, of an unread text, or of a
    contradiction of the law that a provision declares. *partly*: of each region, whether only a part of it fails. *undefined*: what is called
    a conflict is a result that arithmetic does not define. *brought*: the terms by which this one has no result. *further*: other stretches
    of days in which the same fails. *rests*: the terms that have no result because this one has none. *wide*: the facts of which there
    are too many values to go through, where it is not decided for them.
    """

    kind: Kind
    verdict: Finds
    term: str
    first_day: date | None
    last_day: date | None
    citations: tuple[Citation, ...] = ()
    on: date | None = None
    witness: Mapping[str, Value] | None = None
    regions: tuple[Mapping[str, Piece], ...] = ()
    reason: str = ""
    partly: tuple[bool, ...] = ()
    undefined: bool = False
    brought: tuple[str, ...] = ()
    further: tuple[tuple[date | None, date | None], ...] = ()
    rests: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    terms: Terms = field(factory=Terms, repr=False, eq=False)
    lang: str = field(default="vi", repr=False, eq=False)

    def text(self, lang: str | None = None) -> str:
        """The verdict in words."""
        from ..explain.verdict import verdict_text

        return verdict_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "kind": self.kind,
            "verdict": self.verdict,
            "term": self.term,
            "first_day": self.first_day.isoformat() if self.first_day else None,
            "last_day": self.last_day.isoformat() if self.last_day else None,
            "citations": [each.to_dict() for each in self.citations],
            "on": self.on.isoformat() if self.on else None,
            "witness": {name: plain(value) for name, value in self.witness.items()} if self.witness is not None else None,
            "undefined": self.undefined,
            "brought": list(self.brought),
            "further": [[day.isoformat() if day else None for day in days] for days in self.further],
            "rests": list(self.rests),
            "wide": list(self.wide),
            "text": self.text(),
        }

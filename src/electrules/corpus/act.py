"""An act writes, changes, ends or conditions what stands at a place; an original provision is one too."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias, get_args

from attrs import field, frozen

from ..source.citation import Address, Citation
from ..source.span import NOWHERE, Span
from ..syntax.written import Commencement, Condition, DayValue, Duration, Insert, Quantity, Repeal, Replace, Statement, Substitute, Transition, Word
from .instrument import Instrument
from .place import Key, order, slug
from .version import Notes

WrittenAct: TypeAlias = Replace | Insert | Repeal | Substitute | Transition | Commencement
"""The statements that are acts."""

ACTS: tuple[type[WrittenAct], ...] = get_args(WrittenAct)

Kind: TypeAlias = Literal["write", "replace", "insert", "repeal", "substitute", "transition"]

_TURN = {"write": 0, "transition": 2}


@frozen(eq=False)
class Act:
    """One act. Its name is *at*, where it stands, and *targets*, what it acts on.

    Of *kind* "write" is an original provision, whose only target is its own place. *text* is what it
    writes. *old* and *new* are the words that a substitution changes. *when* is the condition of a transition and *term*
    the conclusion that it speaks of (None: everything). *since* and *until* are its days of force, *temporary* where they
    were set for this place and it undoes itself at their end; *dated* are the notes of the provision that set them. *place* counts
    the acts of one provision. *via* is the act in whose text this one stands.
    """

    kind: Kind
    at: Address
    targets: tuple[Address, ...]
    instrument: Instrument
    since: date
    until: date | None = None
    text: tuple[Statement, ...] = ()
    restatement: tuple[str, ...] = ()
    old: Quantity | Duration | DayValue | Word | None = None
    new: Quantity | Duration | DayValue | Word | None = None
    when: Condition | None = None
    term: str | None = None
    place: int = 0
    temporary: bool = False
    via: Act | None = None
    dated: tuple[Notes, ...] = ()
    surface: str = "vi"
    span: Span = field(default=NOWHERE, repr=False)

    @property
    def target(self) -> Address:
        """The one place that the act acts on."""
        return self.targets[0]

    @property
    def issued(self) -> date:
        """When the act was issued; one that stands in the text of another act, when that was."""
        return self.via.issued if self.via else self.instrument.issued

    @property
    def issuer(self) -> str:
        """Who issued the act."""
        return self.via.issuer if self.via else self.instrument.issuer

    @property
    def citation(self) -> Citation:
        """The place of the act, as an answer cites it."""
        return self.at.cited((self.via.citation,) if self.via else (), self.instrument.names)

    @cached_property
    def name(self) -> str:
        """A name that no other act has."""
        return f"{slug(self.at)}:{self.place}" + (f"<{self.via.name}" if self.via else "")

    @property
    def key(self) -> Key:
        """By commencement, then issue, then place; original provisions come first, a transition when all that it may condition stands."""
        return (self.since, _TURN.get(self.kind, 1), self.issued, order(self.at), self.place)

"""A version is what stands at an address for some days: statements, who wrote them, and the events it speaks of."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from ..source.citation import Address, Citation
from ..source.span import NOWHERE, Span
from ..syntax.written import Condition, Known, Reading, Statement


@frozen
class Notes:
    """How a provision is known that decides when another is in force, and the interpretations that it relies on, written in *surface*."""

    said: tuple[Known | Reading, ...]
    surface: str = "vi"


@frozen
class Guard:
    """A transition's condition on the event: the version speaks only where it holds (*negated*: where it does not).

    *here* is where the condition stands, *citation* the transition. With a *term*, only what the version concludes on
    that term is meant; a version kept alive by such a guard says nothing else. *notes* are those of the transition.
    """

    name: str
    condition: Condition
    here: Address
    citation: Citation
    negated: bool = False
    term: str | None = None
    notes: tuple[Known | Reading, ...] = ()
    surface: str = "vi"


@frozen(eq=False)
class Version:
    """What stands at *address*: *statements* (no acts), as written by an act *issued* by *issuer*.

    *rank* is of the instrument of the address. *dated* are the notes of the provisions that give it days of its own.
    *key* is a name that no other version has, the same whatever else is loaded.
    """

    key: str
    address: Address
    statements: tuple[Statement, ...]
    citation: Citation
    rank: int
    issuer: str
    issued: date
    restatement: tuple[str, ...] = ()
    guards: tuple[Guard, ...] = ()
    dated: tuple[Notes, ...] = ()
    surface: str = "vi"
    span: Span = field(default=NOWHERE, repr=False)

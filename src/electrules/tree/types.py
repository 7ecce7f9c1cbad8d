"""What a term's values are: a closed family of types, each with the range that bounds it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen


@frozen
class YesNo:
    """Yes or no; no fact of this type is ever assumed to be no."""


@frozen
class Number:
    """An exact number from *least* to *most* (both included; None: open), whole unless *whole* is False, in *unit* (an English id, "" for none)."""

    least: Fraction | None
    most: Fraction | None
    unit: str = ""
    whole: bool = True


@frozen
class Unit:
    """A unit of counted things: its English id and its names, (singular, plural) in English."""

    id: str
    vi: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def name(self, lang: str, count: object = None) -> str:
        """What *count* of them are called in *lang* (None: some number of them)."""
        if lang != "en":
            return self.vi[0] if self.vi else self.id
        names = self.en or (self.id,)
        return names[0] if count == 1 else names[min(1, len(names) - 1)]


@frozen
class Day:
    """A day of the Gregorian calendar; *asked* marks the one fact that is the day a question asks `on`."""

    asked: bool = False


@frozen
class Clock:
    """A time of day to the minute."""


@frozen
class Moment:
    """A time of day on a day, to the minute."""


@frozen
class Member:
    """One member of a closed list, by its English id, and the half-open days on which it exists (None: open)."""

    id: str
    vi: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None


@frozen
class OneOf:
    """A closed list. Where *binding* names facts' members, only units of those members must be on it; others are free text.

    *owner* is the term that declares the list (another term may borrow it). *binding* is None (always) or (term id,
    member ids): the list binds while that term is, or may be, one of those members.
    """

    members: tuple[Member, ...]
    owner: str
    binding: tuple[str, tuple[str, ...]] | None = None


@frozen
class Text:
    """Free text that no rule can compare but for equality."""


@frozen
class Record:
    """A record with named fields (a person, a part of a unit, a paper)."""

    name: str
    fields: tuple[tuple[str, Type], ...]


@frozen
class ListOf:
    """A list of records, of which rules take counts and sums."""

    of: Record


Type: TypeAlias = YesNo | Number | Day | Clock | Moment | OneOf | Text | ListOf


@frozen
class Picked:
    """Which of those listed a part counts: whose *field* *is* *value*, or is not; of a day, whose age is below *value* years."""

    field: str
    value: int | Fraction | bool | str
    is_: bool = True


@frozen
class Term:
    """A named fact, decision or conclusion, with its names in both languages, its type and its question.

    *id* is the English name. *role* is "fact", "decision" (of an authority) or "conclusion"; *decides* is the
    conclusion that a decision fixes; *done* is the event whose actual day this fact is; *among* is the count of which
    this fact counts a part (of the members, the chairs), *whose* says which. *yes*, *no*, *unknown* are the forms of a yes/no term, (vi, en).
    *rank* is the place of the declaration, which orders what is asked. *presumed*: why a yes/no fact is no unless it is
    said ("": nothing is presumed); every answer that could rest on it says so.
    """

    id: str
    names: tuple[tuple[str, ...], tuple[str, ...]]  # (vi names, en names); the first of each is the name
    role: str
    type: Type
    question: tuple[str, str] = ("", "")
    decides: str | None = None
    yes: tuple[str, str] = ("", "")
    no: tuple[str, str] = ("", "")
    unknown: tuple[str, str] = ("", "")
    rank: int = 0
    done: str | None = None
    among: str | None = None
    presumed: tuple[str, str] = ("", "")
    whose: Picked | None = None
    lang: str = field(default="vi", eq=False, repr=False)

    def name(self, lang: str | None = None) -> str:
        """The name in *lang* ("vi" or "en"; default: the language of the rulebook)."""
        vi, en = self.names
        return en[0] if (lang or self.lang) == "en" else vi[0]

    def __str__(self) -> str:
        return self.name()

"""A deadline: what has to be done by when, by whom, under which provision."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from ..evaluate import Answer
from ..source.citation import Citation
from ..tree.nodes import Interpretation, Licence, TimeLimit
from ..tree.types import Term

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..evaluate.proof import Proof


Day: TypeAlias = date
Clock: TypeAlias = time


@frozen(eq=False)
class Deadline:
    """One row of a calendar.

    *limit* is the node of the tree. *date* is the last day (the first, where it is a limit that nothing may go before), or
    *window* the first and last day of a span whose two ends the law counts; the other is None. *time* is a time of day,
    where the law names one. *counts_from*: the term of the anchor. *open* are the facts on which it depends whether the
    deadline arises at all. *since* is the day from which the provision is in force. *moved_by* is the power by which an
    authority put this day in the place of the law's. *against* are the provisions that set another day for the same event, where none prevails.
    """

    limit: TimeLimit
    date: Day | None
    window: tuple[Day, Day] | None
    time: Clock | None
    names: tuple[tuple[str, str], tuple[str, str] | None] = field(repr=False)
    counts_from: Term | None = field(default=None, repr=False)
    open: tuple[Term, ...] = ()
    non_working: bool | None = None
    since: Day | None = None
    moved_by: Licence | None = None
    lang: str = "vi"
    against: tuple[Citation, ...] = ()
    _ask: Callable[[], Answer] = field(kw_only=True, repr=False)

    @property
    def first(self) -> Day:
        """The day under which it stands in a calendar: its date, or the first day of its window."""
        day = self.date if self.date is not None else self.window[0] if self.window is not None else None
        assert day is not None
        return day

    @property
    def event(self) -> str:
        """What is to be done, in the language of the rulebook."""
        return self.event_in(self.lang)

    def event_in(self, lang: str) -> str:
        """What is to be done, in *lang*."""
        return self.names[0][lang == "en"]

    @property
    def actor(self) -> str:
        """Who has to do it, in the language of the rulebook; a remark where the law names nobody."""
        return self.actor_in(self.lang)

    def actor_in(self, lang: str) -> str:
        """Who has to do it, in *lang*."""
        from ..explain.deadline import actors_text

        return actors_text(self.limit, lang)

    @property
    def anchor(self) -> str | None:
        """The name of what it is counted from; None where the law names a day."""
        return self.anchor_in(self.lang)

    def anchor_in(self, lang: str) -> str | None:
        """The name of what it is counted from, in *lang*."""
        return self.names[1][lang == "en"] if self.names[1] is not None else None

    @property
    def offset(self) -> int | None:
        """How many of `day_kind` lie between the anchor and it, negative before the anchor; of a window, to its first day."""
        return self.limit.offset

    @property
    def before_the_law(self) -> bool:
        """Whether it falls before the provision that sets it came into force."""
        last = self.window[1] if self.window is not None else self.date
        return self.since is not None and last is not None and last < self.since

    @property
    def day_kind(self) -> str:
        """What is counted: "calendar day", "working day", "hour", "month" or "year"."""
        return "calendar day" if self.limit.unit == "day" else self.limit.unit

    @property
    def bound(self) -> str:
        """How the time binds: "latest", "earliest", "exactly", "within" or "until"."""
        return self.limit.bound

    @property
    def citation(self) -> Citation:
        """The provision that sets it, with what amended it."""
        return self.limit.citation.said_in(self.lang)

    @cached_property
    def answer(self) -> Answer:
        """The answer to the question when it falls, with all that it rests on."""
        return self._ask()

    @property
    def status(self) -> str:
        """The weakest way in which a provision relied on is known."""
        return self.answer.status

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """The readings relied on."""
        return self.answer.interpretations

    @property
    def missing(self) -> tuple[Term, ...]:
        """The facts that would settle whether it arises."""
        return self.open

    @property
    def proof(self) -> Proof:
        """The tree of the evaluation."""
        return self.answer.proof

    def text(self, lang: str | None = None) -> str:
        """The row in words."""
        from ..explain.deadline import deadline_text

        return deadline_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "date": self.date.isoformat() if self.date is not None else None,
            "window": [each.isoformat() for each in self.window] if self.window is not None else None,
            "time": self.time.strftime("%H:%M") if self.time is not None else None,
            "event": self.event,
            "actor": self.actor,
            "citation": self.citation.to_dict(),
            "offset": self.offset,
            "anchor": self.anchor,
            "day_kind": self.day_kind,
            "bound": self.bound,
            "force": self.limit.force,
            "non_working": self.non_working,
            "before_the_law": self.before_the_law,
            "moved_by": self.moved_by.citation.to_dict() if self.moved_by is not None else None,
            "contradicted_by": [each.said_in(self.lang).to_dict() for each in self.against],
            "missing": [each.id for each in self.open],
            "status": self.status,
            "interpretations": [each.to_dict() for each in self.interpretations],
        }


@frozen(eq=False)
class Unlisted:
    """A deadline that is no row of its calendar: the *limit* of the tree, and what its event is called (vi, en)."""

    limit: TimeLimit
    names: tuple[str, str]
    lang: str

    @property
    def event(self) -> str:
        """What is to be done, in the language of the rulebook."""
        return self.event_in(self.lang)

    def event_in(self, lang: str) -> str:
        """What is to be done, in *lang*."""
        return self.names[lang == "en"]

    @property
    def citation(self) -> Citation:
        """The provision that says it, with what amended it."""
        return self.limit.citation.said_in(self.lang)


@frozen(eq=False)
class Undated(Unlisted):
    """A deadline that is counted from the day of the calendar but cannot be dated.

    *reason*: "missing" (the facts *missing* would settle it), "conflict" (what it is counted from is dated differently), "unread" (a text
    that nobody has read would date that) or "beyond" (it falls outside the days that can be written).
    """

    missing: tuple[Term, ...]
    reason: str = "missing"

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {"event": self.event, "citation": self.citation.to_dict(), "reason": self.reason, "missing": [each.id for each in self.missing]}


def day_of(value: object) -> date:
    """The day of a day or moment."""
    return value.date() if isinstance(value, datetime) else value  # type: ignore[return-value]

"""How the evaluator sees the facts: one completion, or a box of them that raises `Need` where it does not decide.

The evaluator is total and reads plain values. Before it works out a node that tests facts or makes a value of them it
asks the view whether the box decides that node (`decided`): whether its result is the same for all values in the box.
If so, the lowest values of the box stand for all of them; if not, `Need` names the fact and the pieces into which it has
to be split, and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import TypeAlias

from attrs import evolve

from ..tree.nodes import Compare, Expr, Value
from ..tree.tree import Tree
from ..tree.walk import fingerprint
from .outcome import Need, Outcome, Result, TooWide, Wants, Worth
from .piece import Piece, lowest
from .ready import OTHER, Ready
from .split import decide

Record: TypeAlias = Mapping[str, Value | None]


class Case:
    """Scratch state of one evaluation: the facts as seen, and what was concluded and found so far.

    *box* is None where all facts are seen as single values. What is true of a box is true of every box inside it, so a
    child takes over *concluded*, *truths* and *worths*. *assumed*: how the sides of comparisons stand to each other that the box leaves
    open (None: nothing may be assumed); see `settle.grow`.
    """

    __slots__ = ("_inner", "_others", "_parent", "assumed", "box", "concluded", "looked_in", "ready", "record", "truths", "uses", "values", "worths")

    def __init__(self, ready: Ready, values: Mapping[str, Value], box: Mapping[str, Piece] | None = None, parent: Case | None = None) -> None:
        self.ready = ready
        self.values = values
        self.box = box
        self.record: Record | None = None
        self.looked_in: frozenset[str] = frozenset()
        self.uses: list[str] = []
        self.concluded: dict[str, Outcome] = dict(parent.concluded) if parent else {}
        self.truths: dict[int, tuple[Result, tuple[str, ...]]] = dict(parent.truths) if parent else {}
        self.worths: dict[int, tuple[Worth, tuple[str, ...]]] = dict(parent.worths) if parent else {}
        self.assumed: Mapping[bytes, frozenset[int]] | None = parent.assumed if parent else None
        self._inner: Case | None = None
        self._others: dict[int, Case] = {}
        self._parent = parent._others if parent else {}

    def of(self, ready: Ready) -> Case:
        """The same box, seen by another tree; it keeps what that tree found in the box around this one."""
        if ready is self.ready:
            return self
        if id(ready) not in self._others:
            assert self.box is not None
            other = self._others[id(ready)] = partial(ready, self.box, self._parent.get(id(ready)))
            other.assumed = self.assumed
        return self._others[id(ready)]

    def decided(self, expr: Expr) -> Case:
        """The view in which the facts of *expr* are single values, after seeing to it that the box decides *expr*."""
        if self.box is None:
            return self
        decide(expr, self)
        return self.inner

    @property
    def inner(self) -> Case:
        """The same case, seen at the lowest values of its box."""
        if self._inner is None:
            self._inner = self._seeing(self.values)
        return self._inner

    @property
    def given(self) -> Case:
        """The same case, in which a member of a list that was given though it does not exist on the day is read as it was given."""
        return self.given_of(self.ready.outside)

    def given_of(self, lists: Iterable[str]) -> Case:
        """The same, where only these *lists* are read."""
        outside = self.ready.outside
        for fact in lists:
            if self._is_gone(fact, outside[fact]):
                break
        else:
            return self
        case = Case(evolve(self.ready, outside={}), self.values, self.box)
        case.concluded, case.assumed = self.concluded, self.assumed
        return case

    def _is_gone(self, fact: str, gone: Mapping[str, object]) -> bool:
        if self.box is not None:
            piece = self.box.get(fact)
            return isinstance(piece, frozenset) and piece <= gone.keys()
        try:
            return self.values[fact] in gone
        except KeyError:
            return False

    def assuming(self, test: Compare, signs: frozenset[int]) -> Case:
        """A case of the same box that looks only at that part of it in which the sides of *test* stand to each other as *signs* say."""
        case = Case(self.ready, self.values, self.box, self)
        sides, turned = between(test)
        case.assumed = {**(self.assumed or {}), sides: frozenset(-each for each in signs) if turned else signs}
        return case

    def assumption(self, test: Compare) -> bool | None:
        """How *test* reads by what was assumed; None where it may read either way."""
        signs, told = self.signs(test), SIGNS[test.op]
        return True if signs <= told else False if signs.isdisjoint(told) else None

    @staticmethod
    def compares(one: Compare, other: Compare) -> bool:
        """Whether two comparisons are of the same two sides."""
        return between(one)[0] == between(other)[0]

    def signs(self, test: Compare) -> frozenset[int]:
        """How the left side of *test* may stand to its right one: below it (-1), level with it (0), above it (1)."""
        sides, turned = between(test)
        signs = (self.assumed or {}).get(sides, ANY)
        return frozenset(-each for each in signs) if turned else signs

    def value(self, term: str) -> Value:
        """The value of a fact; a member of a list that does not bind here is another than all on the list."""
        if self.record is not None and term in self.record:
            return self.field(term)
        if term in self.ready.bindings:
            kind, members = self.ready.bindings[term]
            if self.value(kind) not in members:
                return OTHER
        try:
            return self.values[term]
        except KeyError:
            raise Need(term, ()) from None

    def is_none_of(self, fact: str, members: frozenset[str]) -> bool:
        """Whether *fact* is known to be none of *members*."""
        if self.box is None:
            return fact in self.values and self.values[fact] not in members
        piece = self.box[fact]
        return isinstance(piece, frozenset) and piece.isdisjoint(members)

    def outcome(self, term: str) -> Outcome:
        """The outcome of a concluded term in this case."""
        try:
            return self.concluded[term]
        except KeyError:
            raise Wants(term) from None

    def use(self, term: str) -> None:
        """Note that the value of *term* was used."""
        self.uses.append(term)

    def field(self, name: str) -> Value:
        """A field of the record looked at; the list that leaves it out is not known well enough."""
        value = self.record.get(name) if self.record is not None else None
        if value is None:
            raise TooWide(self.looked_in)
        return value

    def looking_at(self, record: Value, looked_in: frozenset[str]) -> Case:
        """The same case while a `Count` looks at *record*."""
        assert isinstance(record, tuple)
        case = self._seeing(self.values)
        case.record, case.looked_in = dict(record), looked_in
        return case

    def at(self, fact: str, value: Value) -> Case:
        """The same box, seen where *fact* is *value*."""
        return self.where({fact: value})

    def where(self, values: Mapping[str, Value]) -> Case:
        """The same box, seen where facts have these *values*, and the lowest where none is given."""
        assert self.box is not None
        corner = Corner(self.ready, self.box)
        corner.update(values)
        return self._seeing(corner)

    def _seeing(self, values: Mapping[str, Value]) -> Case:
        case = Case.__new__(Case)
        case.ready, case.values, case.box, case.record, case.looked_in = self.ready, values, None, self.record, self.looked_in
        case.uses, case.concluded, case.truths, case.worths, case._inner = self.uses, self.concluded, self.truths, self.worths, None
        case.assumed = self.assumed
        return case


SIGNS = {op: frozenset(signs) for op, signs in (("<", (-1,)), ("<=", (-1, 0)), (">", (1,)), (">=", (1, 0)), ("=", (0,)), ("!=", (-1, 1)))}
ANY = frozenset((-1, 0, 1))


def between(test: Compare) -> tuple[bytes, bool]:
    """What all comparisons of the same two sides share, and whether *test* has them the other way round."""
    left, right = (fingerprint(each, but="citation") for each in (test.left, test.right))
    return min(left, right) + max(left, right), left > right


class Corner(dict[str, Value]):
    """The lowest values of a box, each worked out when it is looked at."""

    __slots__ = ("box", "ready")

    def __init__(self, ready: Ready, box: Mapping[str, Piece]) -> None:
        super().__init__()
        self.ready = ready
        self.box = box

    def __missing__(self, fact: str) -> Value:
        value = lowest(self.box[fact], self.ready.types[fact])
        self[fact] = value
        return value


def partial(ready: Ready, box: Mapping[str, Piece], parent: Case | None = None) -> Case:
    """A box of completions as a case."""
    return Case(ready, Corner(ready, box), box, parent)


@cache
def without_facts() -> Case:
    """A case in which there are no facts, for expressions that mention none."""
    return Case(Tree("", date.min, date.min, None, (), ()).prepared, {})

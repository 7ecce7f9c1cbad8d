"""The case tree for other readers: every part of the facts that the law tells from others, with what it concludes there.

A walk over the cases with nothing known proves that there is no gap and no conflict, finds dead rules and rules that
never win, and compares two laws, each with a witness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from ..limits import LEAVES
from ..source.citation import Citation
from ..tree.nodes import Constraint, Decision, Expr, Rule, Silence, Value
from ..tree.tree import Tree
from ..tree.types import Term
from .ask import vocabulary
from .facts import check_facts
from .outcome import Outcome, Refused, TooWide, Unsplit, Varies
from .piece import Piece
from .ready import Ready, ready
from .select import conclude
from .settle import Node, box_of, cut_by_constraints, grow, point
from .view import Case
from .vocabulary import Vocabulary


@frozen(eq=False)
class Leaf:
    """One case: a *box* of facts for which each tree has one outcome.

    *outcomes*: for each tree asked, the outcome of its term; None where the case hangs on facts with too many values
    (*open*). *concluded*: for each tree the outcomes of all terms worked out. *broken*: the constraint, or the bounds of
    a decision, that rules the case out. *point*: one set of facts in the box, as `ask` takes them.
    """

    box: Mapping[str, Piece]
    outcomes: tuple[Outcome | None, ...]
    concluded: tuple[Mapping[str, Outcome], ...]
    broken: tuple[Constraint | Decision, ...]
    open: frozenset[str]
    point: Mapping[str, Value]
    silent: tuple[Citation, ...]

    @property
    def allowed(self) -> bool:
        """Whether facts may be so."""
        return not self.broken

    @property
    def concludes(self) -> Outcome | None:
        """The outcome of the first tree."""
        return self.outcomes[0] if self.outcomes else None

    @property
    def outcome(self) -> str:
        """The kind of outcome: "answered", "not_applicable", "gap", "conflict"; "unknown" where the case is open."""
        return self.concludes.kind if self.concludes is not None else "unknown"

    @property
    def value(self) -> Value | None:
        """The value, where one was concluded and it is one for the whole case."""
        value = self.concludes.value if self.concludes is not None else None
        return None if isinstance(value, Varies) else value

    @property
    def unit(self) -> str:
        """The unit of the value."""
        return self.concludes.unit if self.concludes is not None else ""

    @property
    def speaks(self) -> frozenset[str]:
        """The names of the rules of the term that speak."""
        return self.concludes.speaks if self.concludes is not None else frozenset()

    @property
    def remains(self) -> frozenset[str]:
        """The names of the rules of the term that remain, and give its value or conflict."""
        return self.concludes.remains if self.concludes is not None else frozenset()

    @property
    def declared(self) -> bool:
        """Whether a gap is a declared silence."""
        return bool(self.silent)


@frozen(eq=False)
class CaseTree:
    """All cases of the facts that *known* leaves open, for one tree or several asked together."""

    trees: tuple[Tree, ...]
    known: Mapping[str, Value]
    root: Node[tuple[Asked, ...]]
    leaves: tuple[Leaf, ...]
    terms: Mapping[str, Term]

    @property
    def allowed(self) -> tuple[Leaf, ...]:
        """The cases that facts may be."""
        return tuple(leaf for leaf in self.leaves if leaf.allowed)

    def rules(self, place: int = 0) -> tuple[Rule, ...]:
        """The rules of the asked term of one of the trees."""
        made = ready(self.trees[place])
        return tuple(each.rule for each in made.definition(made.tree.term).rules)


def cases(
    tree: Tree, facts: Mapping[str, object] | None = None, *, terms: Iterable[Term] | Vocabulary | None = None, limit: int | None = None
) -> CaseTree:
    """The cases of what *facts* leave open; raises `RuleErrors` where there are more than a rulebook may make."""
    return cases_of((tree,), facts, terms=terms, limit=limit)


def cases_of(
    trees: Sequence[Tree], facts: Mapping[str, object] | None = None, *, terms: Iterable[Term] | Vocabulary | None = None, limit: int | None = None
) -> CaseTree:
    """The cases of several trees asked together (old law and new): in each, every tree has one outcome.

    Facts that the trees declare alike are one fact; its range is that of the first tree that declares it.
    """
    every = [ready(tree) for tree in trees]
    joined = join(every)
    known = check_facts(terms if terms is not None else vocabulary(joined), facts or {}, trees[0].on)
    root = grow(joined, box_of(joined, known), lambda here: tuple(asked(made, here) for made in every), limit or LEAVES)
    cut_by_constraints(joined, root)
    return CaseTree(tuple(trees), known, root, tuple(leaf_of(joined, node) for node in root.leaves()), joined.terms)


@frozen(eq=False)
class Asked:
    """What one tree comes to in one case: an *outcome* with those of the terms used, or why there is none."""

    outcome: Outcome | None
    concluded: Mapping[str, Outcome]
    open: frozenset[str] = frozenset()
    refused: Decision | None = None


def asked(made: Ready, here: Case, *, assume: bool = False) -> Asked:
    """What one tree comes to in the box of *here*; with *assume* a comparison that is too wide is left to who walks over the cases."""
    own = here.of(made)
    try:
        outcome = conclude(made.tree.term, own)
        return Asked(outcome, dict(own.concluded))
    except TooWide as wide:
        if assume and isinstance(wide, Unsplit):
            raise
        return Asked(None, {}, wide.facts)
    except Refused as refused:
        return Asked(None, {}, refused=refused.decision)


def join(every: Sequence[Ready]) -> Ready:
    """The facts and constraints of several trees as one; of what two declare, the first wins."""
    first, *rest = every
    if not rest:
        return first
    terms: dict[str, Term] = {}
    constraints: dict[Constraint, tuple[Constraint, Expr]] = {}
    bindings = dict(first.bindings)
    order: dict[str, None] = {}
    for made in every:
        for name, term in made.terms.items():
            terms.setdefault(name, term)
        bindings = {**made.bindings, **bindings}
        order.update(dict.fromkeys(made.order))
        constraints.update((each[0], each) for each in made.constraints if each[0] not in constraints)
    everything = {name: piece for made in reversed(every) for name, piece in made.everything.items()}
    types = {name: term.type for name, term in terms.items()}
    units = {unit.id: unit for made in reversed(every) for unit in made.tree.units}
    tree = evolve(first.tree, terms=tuple(terms.values()), units=tuple(units.values()))
    return evolve(
        first,
        tree=tree,
        terms=terms,
        types=types,
        order=tuple(order),
        bindings=bindings,
        constraints=tuple(constraints.values()),
        everything=everything,
        written={key: value for made in every for key, value in made.written.items()},
        tests={key: value for made in every for key, value in made.tests.items()},
        vocabularies=[],
    )


def leaf_of(joined: Ready, node: Node[tuple[Asked, ...]]) -> Leaf:
    """A leaf as readers see it."""
    found = node.outcome if isinstance(node.outcome, tuple) else ()
    refused = tuple(each.refused for each in found if each.refused is not None)
    first = found[0].outcome if found else None
    silent = tuple(each.citation for group in (first.groups[:1] if first else ()) for each in group.sources if isinstance(each, Silence))
    return Leaf(
        node.box,
        tuple(each.outcome for each in found),
        tuple(each.concluded for each in found),
        (*node.broken, *refused),
        frozenset().union(*(each.open for each in found)),
        point(joined, node),
        silent,
    )

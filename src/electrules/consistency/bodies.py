"""Bodies that nobody can compose: whose posts together need more people than the body may have."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..tree.nodes import Bracket, Compare, Literal, Requirement
from ..tree.tree import Tree
from .replay import Found
from .walk import Period


def uncomposable(tree: Tree, period: Period) -> Iterator[Found]:
    """Each composition whose posts need more members than the most that it allows."""
    groups: dict[str, list[Requirement]] = {}
    for each in tree.requirements:
        statement, dot, _ = each.name.rpartition(".")
        if dot and ":" not in statement.rpartition("#")[2]:  # of one sentence on what a body consists of
            groups.setdefault(statement, []).append(each)
    for size, *posts in groups.values():
        most = size.claim.most if isinstance(size.claim, Bracket) else None
        needed = sum((_least(each) for each in posts if each.force == "must"), Fraction(0))
        if most is not None and needed > most:
            yield Found("contradiction", "refuted", (size.name,), period, (size.citation,), period.on, {})


def _least(post: Requirement) -> Fraction:
    """The fewest that a post needs."""
    claim = post.claim
    if isinstance(claim, Bracket) and claim.least is not None:
        return claim.least + (1 if claim.over else 0)
    if (
        isinstance(claim, Compare)
        and claim.op in ("=", ">=", ">")
        and isinstance(claim.right, Literal)
        and isinstance(claim.right.value, int | Fraction)
    ):
        return Fraction(claim.right.value) + (1 if claim.op == ">" else 0)
    return Fraction(0)

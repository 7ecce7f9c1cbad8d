"""What no day of the law may have: exceptions, blockers, precedence or terms in a circle, or nested too deep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from ..corpus.cycle import ordered
from ..corpus.place import around, spoken
from ..corpus.version import Version
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..limits import NESTING
from ..source.citation import Address
from ..source.span import Span
from ..tree.nodes import Definition, Requirement, Rule, Silence
from ..tree.types import Term
from .arrows import arrows
from .law import Law
from .link import TooManyArrowsError, definition, requirements
from .mention import conclusions_in
from .said import Said
from .undated import undated


def depend(law: Law) -> tuple[Diagnostic, ...]:
    """Every circle in what is in force on any day, every chain that is too long, and every arrow or deadline that cannot mean what it says."""
    said = (*terms_in_circles(law), *blockers_in_circles(law), *arrows_in_circles(law), *arrows(law), *undated(law))
    return tuple({(each.code, each.span, each.data): each for each in said}.values())


def _chain(names: Iterable[tuple[str, str]]) -> tuple[str, str]:
    every = list(names)
    every.append(every[0])
    return " → ".join(vi for vi, _ in every), " → ".join(en for _, en in every)


# ------------------------------------------------------------------------ terms


def terms_in_circles(law: Law) -> Iterator[Diagnostic]:
    """Terms that depend on each other; looked at day by day only if provisions do so over all days together."""
    uses, where = _uses_of_provisions(law)
    order, circles = ordered(uses, lambda term: uses.get(term, ()))
    if not circles:
        yield from _too_deep(order, uses, where)
        return
    seen: set[frozenset[str]] = set()
    known: dict[int, _Used] = {}
    for number in range(len(law.timeline.days)):
        today, where = _uses(law, number, known)
        for circle in _circles_of(today):
            if frozenset(circle) not in seen:
                seen.add(frozenset(circle))
                yield diagnose("ER0505", where.get(circle[0]), chain=_chain(_named(term, law) for term in circle))


def _circles_of(uses: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    return ordered(uses, lambda term: uses.get(term, ()))[1]


def _uses_of_provisions(law: Law) -> tuple[dict[str, tuple[str, ...]], dict[str, Span]]:
    """What each term may use, if all that a provision uses were used for all that it concludes."""
    uses: dict[str, dict[str, None]] = {}
    where: dict[str, Span] = {}
    for said in law.elaboration.every():
        if said.uses:
            concluded = {rule.term for rule in said.rules} | {silence.term for silence in said.silences}
            for term in (*concluded, *(_barred_terms(law, said, None) if said.barring else ())):
                uses.setdefault(term, {}).update(dict.fromkeys(said.uses))
                where.setdefault(term, said.version.span)
    return {term: tuple(used) for term, used in uses.items()}, where


@frozen(eq=False)
class _Used:
    """What the terms that a version concludes use, and what its blockers do: the same in every text in which it says this."""

    concluding: tuple[tuple[str, dict[str, None]], ...]
    blocking: tuple[dict[str, None], ...]


def _used(said: Said) -> _Used:
    concluders: tuple[Rule | Silence, ...] = (*said.rules, *said.silences)
    concluding = ((each.term, conclusions_in(each)) for each in concluders)
    blocking = (conclusions_in(bar.blocker) for bar in said.barring)
    return _Used(tuple(each for each in concluding if each[1]), tuple(each for each in blocking if each))


def _uses(law: Law, number: int, known: dict[int, _Used]) -> tuple[dict[str, tuple[str, ...]], dict[str, Span]]:
    """What each term uses in one text, and where that is said; what is *known* of a version from another text is not sought again."""
    uses: dict[str, dict[str, None]] = {}
    where: dict[str, Span] = {}
    for said in law.index.saying(law.timeline.in_force(number), number):
        found = known.get(id(said))
        if found is None:
            found = known[id(said)] = _used(said)
        for term, used in found.concluding:
            uses.setdefault(term, {}).update(used)
            where.setdefault(term, said.version.span)
        for used in found.blocking:
            for term in _barred_terms(law, said, number):
                uses.setdefault(term, {}).update(used)
                where.setdefault(term, said.version.span)
    return {term: tuple(used) for term, used in uses.items()}, where


def _barred_terms(law: Law, said: Said, number: int | None) -> Iterator[str]:
    timeline = law.timeline
    for bar in said.barring:
        for place in bar.places:
            for version in (*timeline.below.get(place, ()), *timeline.inside.get(place, ())):
                if number is None or timeline.stands(version, number):
                    for _, there in law.elaboration.said.get(version.key, ()):
                        yield from (rule.term for rule in there.rules)
                        yield from (silence.term for silence in there.silences)


def _named(term: str, law: Law) -> tuple[str, str]:
    found: Term | None = law.terms.get(term)
    return (found.names[0][0], found.names[1][0]) if found else (term, term)


def _too_deep(order: list[str], uses: Mapping[str, tuple[str, ...]], where: Mapping[str, Span]) -> Iterator[Diagnostic]:
    depth: dict[str, int] = {}
    for term in order:
        depth[term] = 1 + max((depth[each] for each in uses.get(term, ())), default=0)
        if depth[term] == NESTING + 1:
            yield diagnose("ER0110", where.get(term))


# --------------------------------------------------------------------- blockers


def blockers_in_circles(law: Law) -> Iterator[Diagnostic]:
    """Blockers that bar each other."""
    barring = [said for said in law.elaboration.every() if said.barring]
    if not barring:
        return
    at: dict[Address, list[Said]] = {}
    for said in barring:
        for place in around(said.version.address):
            at.setdefault(place, []).append(said)
    index = {id(said): said for said in barring}

    def bars(key: int) -> tuple[int, ...]:
        """The blockers that one bars, other than those of its own version."""
        own = index[key]
        there = (each for bar in own.barring for place in bar.places for each in at.get(place, ()))
        return tuple(dict.fromkeys(id(each) for each in there if each is not own and _overlap(law, own.version, each.version)))

    order, circles = ordered(index, bars)
    for circle in circles:
        versions = [index[key].version for key in circle]
        yield diagnose(
            "ER0505",
            versions[0].span,
            case="blockers",
            chain=_chain(spoken(each.address) for each in versions),
            places=tuple(each.span for each in versions[1:]),
        )
    if circles:
        return
    depth: dict[int, int] = {}
    for key in order:
        depth[key] = 1 + max((depth[each] for each in bars(key)), default=0)
        if depth[key] == NESTING + 1:
            yield diagnose("ER0110", index[key].version.span)


def _overlap(law: Law, a: Version, b: Version) -> bool:
    """Whether two versions ever stand together."""
    stretches = law.timeline.stretches
    return any(first < until and start < last for first, last in stretches[a.key] for start, until in stretches[b.key])


# ------------------------------------------------------- exceptions, precedence


def arrows_in_circles(law: Law) -> Iterator[Diagnostic]:
    """Exceptions inside each other, and rules that outrank each other: looked for where terms have arrows at all, once for each set of them."""
    arrowed: dict[tuple[str, str], set[Version]] = {}
    for said in law.elaboration.every():
        if said.arrows or said.excused:
            for rule in said.rules:
                arrowed.setdefault(("term", rule.term), set()).add(said.version)
            for requirement in said.requirements:
                arrowed.setdefault(("subject", requirement.subject), set()).add(said.version)
        for term in _barred_terms(law, said, None) if said.barring else ():
            arrowed.setdefault(("term", term), set()).add(said.version)
    if law.index.ranking:
        for term in law.index.concluding:
            arrowed.setdefault(("term", term), set()).update(law.index.ranking)
    for (kind, name), versions in arrowed.items():
        for number in _texts(law, versions):
            yield from _in_text(kind, name, number, law)


def _texts(law: Law, versions: Iterable[Version]) -> Iterator[int]:
    """One text for each set of *versions* that ever stand together."""
    seen: set[frozenset[str]] = set()
    timeline = law.timeline
    starts = sorted(
        {number for version in versions for stretch in timeline.stretches[version.key] for number in stretch if number < len(timeline.days)}
    )
    for number in starts:
        there = frozenset(version.key for version in versions if timeline.stands(version, number))
        if there and there not in seen:
            seen.add(there)
            yield number


def _in_text(kind: str, name: str, number: int, law: Law) -> Iterator[Diagnostic]:
    try:
        if kind == "term":
            found = definition(name, number, law.index)
            yield from _circles(found.rules, law)
            yield from _precedence(found, law)
        else:
            yield from _circles(requirements(name, number, law.index), law)
    except TooManyArrowsError:
        yield diagnose("ER0501", None, term=_named(name, law), count="…", most="100000")


def _circles(rules: tuple[Rule, ...] | tuple[Requirement, ...], law: Law) -> Iterator[Diagnostic]:
    named = {rule.name: rule for rule in rules}
    below = {rule.name: [each for each in dict.fromkeys((*rule.excepts, *rule.defeats)) if each in named] for rule in rules}
    order, circles = ordered([name for name, arrows in below.items() if arrows], below.__getitem__)
    for circle in circles:
        there = [named[name] for name in circle]
        yield diagnose("ER0505", _span(there[0], law), case="exceptions", chain=_chain(spoken(each.citation.address) for each in there))
    depth: dict[str, int] = {}
    for name in order if not circles else ():
        depth[name] = 1 + max((depth[each] for each in below[name] if each in depth), default=0)
        if depth[name] == NESTING + 1:
            yield diagnose("ER0110", _span(named[name], law))


def _precedence(found: Definition, law: Law) -> Iterator[Diagnostic]:
    above: dict[str, list[str]] = {}
    for each in found.precedences:
        above.setdefault(each.over, []).append(each.under)
    named = {rule.name: rule for rule in found.rules}
    for circle in ordered(above, lambda name: above.get(name, ()))[1]:
        yield diagnose(
            "ER0505", _span(named[circle[0]], law), case="precedence", chain=_chain(spoken(named[name].citation.address) for name in circle)
        )


def _span(rule: Rule | Requirement, law: Law) -> Span | None:
    """Where the version that has a rule was written."""
    version = law.timeline.versions.get(rule.name.partition("#")[0])
    return version.span if version else None

"""Arrows that cannot mean what they say: exceptions to what concludes other things, and what is below the law against the law."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..corpus.place import around, spoken
from ..corpus.version import Version
from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.citation import Address
from ..syntax.written import Convention
from .elaborate.names import term_name
from .elaborate.transitions import written_at
from .law import Law
from .said import Said

Matter = tuple[str, str]
"""What something speaks of: ("term", a conclusion), ("subject", a body) or ("event", an event)."""


def arrows(law: Law) -> Iterator[Diagnostic]:
    """Every exception beside the matter of what it excepts, and everything of lower rank that acts on what stands above it."""
    every = tuple(law.elaboration.every())
    yield from _beside_the_matter(every)
    yield from _unbarred(every)
    yield from _against_rank(law, every)
    yield from _continuing(law, every)


# ------------------------------------------------------- beside the matter


def _beside_the_matter(every: tuple[Said, ...]) -> Iterator[Diagnostic]:
    """Exceptions to places where something stands, but nothing on what the exception speaks of."""
    if not any(said.arrows for said in every):
        return
    spoken_of: dict[Address, set[Matter]] = {}
    for said in every:
        for place, matter in _matters(said):
            for above in around(place):
                spoken_of.setdefault(above, set()).add(matter)
    for said in every:
        own = dict(_named(said))
        for arrow in said.arrows:
            there = {matter for place in arrow.places for matter in spoken_of.get(place, ())}
            matters = {own[name] for name in arrow.names if name in own}
            if there and matters and matters.isdisjoint(there):
                place = arrow.places[0]
                yield diagnose("ER0414", said.version.span, place=spoken(place), address=spoken(said.version.address))


def _matters(said: Said) -> Iterator[tuple[Address, Matter]]:
    for rule in said.rules:
        yield rule.citation.address, ("term", rule.term)
    for requirement in said.requirements:
        yield requirement.citation.address, ("subject", requirement.subject)
    for limit in said.limits:
        yield limit.citation.address, ("term", limit.event)


def _named(said: Said) -> Iterator[tuple[str, Matter]]:
    yield from ((rule.name, ("term", rule.term)) for rule in said.rules)
    yield from ((each.name, ("subject", each.subject)) for each in said.requirements)


# ------------------------------------------------------ what cannot be barred


def _unbarred(every: tuple[Said, ...]) -> Iterator[Diagnostic]:
    """Blockers of what cannot be barred, and exceptions to what concludes nothing: they would do nothing."""
    if not any(said.barring or said.arrows for said in every):
        return
    steadfast: dict[Address, Said] = {}
    excepted: set[Address] = set()
    for said in every:
        places = set(around(said.version.address))
        convention = any(isinstance(each, Convention) for each in said.version.statements)
        if said.rankings or said.principles or said.licensed or said.powers or said.rest or convention:
            steadfast |= dict.fromkeys(places, said)
        excepted.update(above for place, _ in _matters(said) for above in around(place))
    bound = {place: said for said in every if said.constraints for place in around(said.version.address)}
    for said in every:
        own = spoken(said.version.address)
        barred = next((place for bar in said.barring for place in bar.places if place in steadfast), None)
        if barred is not None:
            there = (steadfast[barred].version.span,)
            yield diagnose("ER0418", said.version.span, place=spoken(barred), address=own, places=there)
        idle = (place for arrow in said.arrows if excepted.isdisjoint(arrow.places) for place in arrow.places if place in bound)
        for place in islice(idle, 1):
            there = (bound[place].version.span,)
            yield diagnose("ER0418", said.version.span, place=spoken(place), address=own, places=there, case="exception")


# -------------------------------------------------------------- transitions


def _continuing(law: Law, every: tuple[Said, ...]) -> Iterator[Diagnostic]:
    """Transitions after which something continues of which the changed places say nothing."""
    guards = {guard.name: guard for said in every for guard in said.version.guards if guard.term is not None}
    met = {(guard.name, matter) for said in every if said.version.guards for _, (_, matter) in _matters(said) for guard in said.version.guards}
    met |= {(guard.name, each.term) for said in every for each in said.silences for guard in said.version.guards}
    speaking = (said for said in every if said.barring or said.confined)  # of what other places conclude
    others = {guard.name for said in speaking for guard in said.version.guards}
    terms = law.elaboration.lexicon.by_id
    for guard in guards.values():
        if guard.term is not None and guard.name not in others and (guard.name, guard.term) not in met:
            name = term_name(terms[guard.term]) if guard.term in terms else guard.term
            yield diagnose("ER0525", written_at(guard), name=name, address=spoken(guard.here))


# ------------------------------------------------------------------- rank


def _against_rank(law: Law, every: tuple[Said, ...]) -> Iterator[Diagnostic]:
    """What an instrument says against one of higher rank while a provision on rank is in force, unless that one gives the power."""
    ranking = [said.version for said in every if any(each.kind == "rank" for each in said.principles)]
    if not ranking:
        return
    ranks = {each.id: each.rank for each in law.elaboration.lexicon.authorities.values()}
    instruments = law.timeline.corpus.instruments
    powers = [power for said in every for power in said.powers]
    stretches = law.timeline.stretches

    def above(issuer: str, place: Address) -> bool:
        found = instruments.get(place.home)
        given = any(each.authority == issuer and any(place.within(there) for there in each.places) for each in powers)
        return found is not None and not given and ranks.get(issuer, 0) > found.rank

    def ranked(version: Version) -> bool:
        return any(first < end and start < last for first, last in stretches[version.key] for each in ranking for start, end in stretches[each.key])

    for said in every:
        places = [place for arrow in said.arrows for place in arrow.places] + [place for bar in said.barring for place in bar.places]
        places += [each.under for each in said.rankings]
        wrong = [place for place in places if above(said.version.issuer, place)]
        if wrong and ranked(said.version):
            yield diagnose("ER0415", said.version.span, place=spoken(wrong[0]), address=spoken(said.version.address))
    since = [law.timeline.days[first] for version in ranking for first, _ in stretches[version.key]]
    for act in law.timeline.acts:
        if act.kind != "write" and act.since >= min(since):
            wrong = [place for place in act.targets if above(act.issuer, place)]
            if wrong:
                yield diagnose("ER0415", act.span, place=spoken(wrong[0]), address=spoken(act.at))

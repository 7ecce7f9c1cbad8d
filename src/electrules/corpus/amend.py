"""Acts on acts: which acts stand on a day, as rewritten by others, and with what transitions restrict them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, field, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.citation import Address
from .act import Act
from .corpus import Corpus
from .cycle import ordered
from .place import around, spoken
from .rewrite import replaced

KILLERS = ("replace", "repeal", "substitute")


@frozen(eq=False)
class Gazette:
    """The acts of a corpus as known on a day, each with its own days of force, in the order in which they apply.

    *on_acts* are, for an act, the acts on the place where it stands, in order; *special* the days on which the past is
    rewritten: what follows them is not what stood before plus what is new. *entangled*: more than its day decides whether an act stands.
    """

    acts: tuple[Act, ...] = ()
    ranked: tuple[Act, ...] = ()
    on_acts: Mapping[Act, tuple[Act, ...]] = field(factory=dict)
    transitions: Mapping[Address, tuple[Act, ...]] = field(factory=dict)
    special: frozenset[date] = frozenset()
    entangled: bool = False

    def decided_by(self, act: Act) -> tuple[Act, ...]:
        """The acts that decide whether and how *act* stands."""
        return (*self.on_acts.get(act, ()), *((act.via,) if act.via else ()))

    def rewords_acts(self, by: Act) -> bool:
        """Whether *by* changes words of an act that stands at its target."""
        return any(reworded(act, by) is not act for act, others in self.on_acts.items() if any(each.name == by.name for each in others))

    def restricting(self, act: Act) -> tuple[Act, ...]:
        """The transitions that speak of *act* by the place where it stands."""
        if not self.transitions or act.kind == "write":
            return ()
        return tuple(each for place in around(act.at) for each in self.transitions.get(place, ()))


def gazette(corpus: Corpus, known: date | None = None) -> tuple[Gazette, tuple[Diagnostic, ...]]:
    """The acts of *corpus* issued on or before *known* (None: all), in the order in which they apply."""
    acts = tuple(sorted(_dated(corpus, known), key=lambda act: act.key))
    transitions: dict[Address, list[Act]] = {}
    by_target: dict[Address, list[Act]] = {}
    for act in acts:
        if act.kind == "transition":
            for place in act.targets:
                transitions.setdefault(place, []).append(act)
        elif act.kind in KILLERS:
            by_target.setdefault(act.target, []).append(act)
    on_acts = {act: killers for act in acts if (killers := _on(act, by_target))}
    entangled = bool(on_acts) or any(act.via or act.temporary for act in acts)
    made = Gazette(acts, acts, on_acts, {place: tuple(each) for place, each in transitions.items()}, entangled=entangled)
    ranked, circles = ordered(acts, made.decided_by) if entangled else (list(acts), [])
    return evolve(made, ranked=tuple(ranked), special=_special(made)), tuple(_circular(each) for each in circles)


def _dated(corpus: Corpus, known: date | None) -> Iterable[Act]:
    """The acts known, with the days that provisions on commencement give them."""
    acts = [act for act in corpus.acts if known is None or act.issued <= known]
    commenced = [each for each in corpus.commenced if known is None or each.issued <= known]
    if not commenced:
        return acts
    by_place = {place: each for each in sorted(commenced, key=lambda each: each.issued) for place in each.places}
    fresh: dict[Act, Act] = {}
    for act in sorted(acts, key=_depth):
        said = next((by_place[place] for place in reversed(around(act.at)) if place in by_place), None)
        via = fresh[act.via] if act.via else None
        if said is None:
            fresh[act] = evolve(act, via=via, since=max(act.since, via.since)) if via else act
        else:
            temporary = said.until is not None and act.kind not in ("write", "repeal")
            until = min(filter(None, (said.until, act.until)), default=None) if act.kind == "write" else said.until or act.until
            since = max(said.since, via.since) if via else said.since
            fresh[act] = evolve(act, via=via, since=since, until=until, temporary=temporary, dated=(said.notes,))
    return fresh.values()


def _depth(act: Act) -> int:
    depth = 0
    while act.via is not None:
        depth, act = depth + 1, act.via
    return depth


def _on(act: Act, by_target: Mapping[Address, list[Act]]) -> tuple[Act, ...]:
    """The acts on the place where *act* stands; of an original provision, only repeals matter."""
    if not by_target:
        return ()
    wanted = ("repeal",) if act.kind == "write" else KILLERS
    killers = [each for place in around(act.at) for each in by_target.get(place, ()) if each.kind in wanted and each is not act]
    if act.kind == "write":
        killers = [each for each in killers if each.since <= act.since]
    return tuple(sorted(killers, key=lambda each: each.key))


def _special(acts: Gazette) -> frozenset[date]:
    days = {killer.since for act, killers in acts.on_acts.items() for killer in killers if killer.since > act.since}
    days |= {act.until for act in acts.acts if act.temporary and act.until}
    if acts.transitions:
        days |= {each.since for act in acts.acts for each in acts.restricting(act) if each.since > act.since}
    return frozenset(days)


def _circular(circle: tuple[Act, ...]) -> Diagnostic:
    names = [spoken(act.at) for act in (*circle, circle[0])]
    chain = (" → ".join(vi for vi, _ in names), " → ".join(en for _, en in names))
    return diagnose("ER0406", circle[0].span, chain=chain, places=tuple(act.span for act in circle[1:]))


# ------------------------------------------------------------- on one day


def standing(acts: Gazette, on: date, among: Iterable[Act] | None = None) -> tuple[Act, ...]:
    """The acts (*among* some: of these) that have begun by *on* and stand, as others have rewritten them, in the order in which they apply."""
    wanted = acts.acts if among is None else tuple(among)
    if not acts.entangled:
        return tuple(act for act in wanted if act.since <= on)
    alive: dict[Act, Act] = {}
    for act in acts.ranked if among is None else ordered(wanted, acts.decided_by)[0]:
        if act.since > on or (act.temporary and act.until is not None and act.until <= on):
            continue
        if act.via is not None and act.via not in alive:
            continue
        left = _rewritten(act, acts.on_acts.get(act, ()), alive)
        if left is not None:
            alive[act] = left
    return tuple(sorted((alive[act] for act in wanted if act in alive), key=lambda act: act.key))


def _rewritten(act: Act, killers: tuple[Act, ...], alive: Mapping[Act, Act]) -> Act | None:
    """*act* as the acts on its place left it; None where one of them ended it before it began, or wrote another in its place."""
    for killer in killers:
        if killer not in alive:
            continue
        if killer.kind == "repeal" and killer.since <= act.since:
            return None
        if killer.kind == "replace" and not _wrote(killer, act):
            return None
        if killer.kind == "substitute":
            act = reworded(act, killer)
    return act


def reworded(act: Act, by: Act) -> Act:
    """*act* with the words that *by* changes, if it has them."""
    assert by.old is not None
    assert by.new is not None
    said = (act.text, act.when, act.old, act.new)
    changed = replaced(said, by.old, by.new)
    if changed is said:
        return act
    text, when, old, new = changed
    return evolve(act, text=text, when=when, old=old, new=new, via=by)


def _wrote(killer: Act, act: Act) -> bool:
    """Whether *act* stands in the text of *killer* or of one that came after it."""
    writer = act.via
    while writer is not None:
        if writer is killer or writer.key > killer.key:
            return True
        writer = writer.via
    return False

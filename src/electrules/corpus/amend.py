"""Acts on acts: which acts stand on a day, as rewritten by others, and with what transitions restrict them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from itertools import groupby

from attrs import evolve, field, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.citation import Address
from .act import Act
from .corpus import Corpus
from .cycle import ordered
from .place import around, spoken
from .rewrite import ChangedTwice, Rewording, replaced

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

    @cached_property
    def acted_on(self) -> Mapping[str, frozenset[Act]]:
        """By the name of an act, the acts on the places of which it acts."""
        found: dict[str, set[Act]] = {}
        for act, others in self.on_acts.items():
            for each in others:
                found.setdefault(each.name, set()).add(act)
        return {name: frozenset(acts) for name, acts in found.items()}

    def decided_by(self, act: Act) -> tuple[Act, ...]:
        """The acts that decide whether and how *act* stands."""
        killers = self.on_acts.get(act, ())
        limits = [limit for each in killers if each.kind == "repeal" for limit in self.restricting(each) if limit is not act]
        return (*killers, *limits, *((act.via,) if act.via else ()))

    def rewords_acts(self, by: Act) -> bool:
        """Whether *by* changes words of an act that stands at its target."""
        return any(reworded(act, (by,)) is not act for act in self.acted_on.get(by.name, ()))

    def restricting(self, act: Act) -> tuple[Act, ...]:
        """The transitions that speak of *act* by the place where it stands."""
        return () if act.kind == "write" else self.upon(act.at)

    def upon(self, place: Address) -> tuple[Act, ...]:
        """The transitions that speak of what stands at *place*."""
        if not self.transitions:
            return ()
        return tuple(each for above in around(place) for each in self.transitions.get(above, ()))


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
    entangled = bool(on_acts) or any(act.via or act.temporary or _expires(act) for act in acts)
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
    days |= {act.until for act in acts.acts if act.until and (act.temporary or _expires(act))}
    if acts.transitions:
        days |= {each.since for act in acts.acts for each in acts.restricting(act) if each.since > act.since}
    return frozenset(days)


def _expires(act: Act) -> bool:
    """Whether *act* does nothing more when its days are over: a transition goes on speaking, while what others did is done."""
    return act.kind == "transition" and act.until is not None


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
        if act.since > on or (act.until is not None and act.until <= on and (act.temporary or _expires(act))):
            continue
        if act.via is not None and act.via not in alive:
            continue
        left = _rewritten(acts, act, alive)
        if left is not None:
            alive[act] = left
    return tuple(sorted((alive[act] for act in wanted if act in alive), key=lambda act: act.key))


def _rewritten(acts: Gazette, act: Act, alive: Mapping[Act, Act]) -> Act | None:
    """*act* as the acts on its place left it; None where one of them ended it before it began, or wrote another in its place.

    A repeal that a transition restricts ends it for some events only, which is said where the act applies. A transition
    speaks until it is repealed: what other acts did before that is done.
    """
    living = [each for each in acts.on_acts.get(act, ()) if each in alive]
    for killer in living:
        if killer.kind == "repeal" and (killer.since <= act.since or act.kind == "transition"):
            if not any(each in alive for each in acts.restricting(killer)):
                return None
        elif killer.kind == "replace" and not _wrote(killer, act):
            return None
    for _, together in groupby((each for each in living if each.kind == "substitute"), key=lambda each: (each.since, each.issued)):
        by = tuple(alive[each] for each in together)
        try:
            act = reworded(act, by)
        except ChangedTwice:
            act = reworded(act, by[:1])  # that they do not agree is said of the place where the act stands
    return act


def reworded(act: Act, by: tuple[Act, ...]) -> Act:
    """*act* with the words that *by* change at once, if it has them."""
    said = (act.text, act.when, act.old, act.new)
    changed = replaced(said, rewordings(by))
    if changed is said:
        return act
    text, when, old, new = changed
    return evolve(act, text=text, when=when, old=old, new=new, via=by[-1])


def rewordings(by: Iterable[Act]) -> tuple[Rewording, ...]:
    """The changes of words that the acts *by* make, numbered as they come."""
    return tuple(Rewording(act.old, act.new, act.target, number) for number, act in enumerate(by) if act.old is not None and act.new is not None)


def _wrote(killer: Act, act: Act) -> bool:
    """Whether *act* stands in the text of *killer* or of one that came after it."""
    writer = act.via
    while writer is not None:
        if writer is killer or writer.key > killer.key:
            return True
        writer = writer.via
    return False

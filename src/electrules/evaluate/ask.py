"""Asking a tree: facts at the door, then one evaluation where they suffice, else all cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from ..diagnostics.diagnostic import Diagnostic, Said, diagnose
from ..diagnostics.errors import FactErrors
from ..languages import in_both
from ..limits import FIRST_DAY, LAST_DAY
from ..tree.nodes import Conclusion, Constraint, Decision, Value
from ..tree.tree import Tree
from ..tree.types import OneOf, Term
from ..tree.walk import conclusions_in, facts_in
from ..values.number import write_number
from ..values.time import write_day
from ..values.value import written
from .answer import Answer, answered
from .beyond import is_beyond
from .facts import check_facts
from .happened import happened
from .known import Known, presumed_in
from .outcome import Need, Outcome, Refused, TooWide
from .plainly import plainly
from .ready import Ready, ready
from .select import conclude
from .settle import Node, Settled, box_of, is_completed, mark, refusals, settle
from .view import Case
from .vocabulary import Vocabulary


def ask(tree: Tree, facts: Mapping[str, object], *, terms: Iterable[Term] | Vocabulary | None = None, text_numbers: bool = False) -> Answer:
    """Answer the question of *tree* for *facts*; raises `FactErrors` on bad facts.

    *terms* are all terms that facts may be given of (default: those of the tree); what cannot matter is checked and
    unused.
    """
    made = ready(tree)
    words = vocabulary(made) if terms is None else terms
    known = check_facts(words, facts, tree.on, text_numbers=text_numbers)
    found = ready(happened(tree, words.done if isinstance(words, Vocabulary) else words, known))
    answer = answered(settle_known(found, known))
    if answer.outcome == "conflict" and answer.settled.at_once and is_beyond(Conclusion(tree.term), Case(found, known)):
        name = in_both(found.terms[tree.term].name) if tree.term in found.terms else (tree.term, tree.term)
        least, most = in_both(partial(write_day, FIRST_DAY)), in_both(partial(write_day, LAST_DAY))
        raise FactErrors([diagnose("ER0630", fact=tree.term, name=name, least=least, most=most)])
    return answer


def vocabulary(made: Ready) -> Vocabulary:
    """The vocabulary of a tree's own terms, made once."""
    if not made.vocabularies:
        made.vocabularies.append(Vocabulary.of(made.tree.terms, made.tree.units, made.tree.takes))
    return made.vocabularies[0]


def settle_known(made: Ready, known: Mapping[str, Value]) -> Settled:
    """What the completions of checked facts agree on; raises `FactErrors` where there is no completion.

    What is presumed yields where, with what was given, it breaks a constraint: it is then as unknown as if nothing presumed it.
    """
    while True:
        here = Case(made, known)
        settled = at_once(made, known, here) or settle(made, known, found=here)
        if (settled.at_once and is_completed(settled.root.box, here)) or settled.leaves:
            return settled
        known = yielded(known, refusals(settled.root).values(), made)


def allowed(made: Ready, known: Known) -> Known:
    """*known* where it is not seen to break a constraint, without what is presumed and does; raises `FactErrors` where what was given breaks one."""
    while True:
        here = Case(made, known).given
        broken = [constraint for constraint, condition in made.constraints if plainly(condition, here) is False]
        if not broken:
            return known
        known = yielded(known, broken, made)


def yielded(known: Mapping[str, Value], broken: Collection[Constraint | Decision], made: Ready) -> Known:
    """*known* without what is presumed of the facts of which *broken* speaks; raises `FactErrors` where only what was given breaks it."""
    yielding = presumed_in(known) & facts_of(broken, made)
    if not isinstance(known, Known) or not yielding:
        raise FactErrors([refusal(each, known, made) for each in broken])
    return known.without(yielding)


def facts_of(broken: Iterable[Constraint | Decision], made: Ready) -> frozenset[str]:
    """The facts that constraints speak of, also through the terms that they use."""
    found: set[str] = set()
    for each in broken:
        if isinstance(each, Constraint):
            found.update(facts_in(each.condition, made.terms))
            found.update(fact for term in conclusions_in(each.condition) for fact in made.reach.get(term, ()))
    return frozenset(found)


def at_once(made: Ready, known: Mapping[str, Value], here: Case) -> Settled | None:
    """The outcome where one total evaluation touches no unknown fact; None where it does."""
    root: Node[Outcome] = Node(box_of(made, known))
    try:
        root.outcome = conclude(made.tree.term, here)
    except (Need, TooWide, Refused):
        return None
    mark(root)
    return Settled(made, known, root, at_once=True)


def refusal(broken: Constraint | Decision, known: Mapping[str, Value], made: Ready) -> Diagnostic:
    """Why facts that break a constraint, or the bounds of a decision, are refused."""
    place = in_both(broken.citation.text) if broken.citation is not None else ("", "")
    if isinstance(broken, Constraint):
        names = [made.terms[fact] for fact in facts_in(broken.condition, made.terms) if fact in known and fact in made.terms]
        facts = in_both(lambda lang: "; ".join(f"{term.name(lang)} = {said(known[term.id], term, lang)}" for term in names))
        return diagnose("ER0609", facts=facts, place=place, address=place)
    term = made.terms[broken.term]
    bounds = {name: in_both(partial(write_number, bound)) for name, bound in (("least", broken.least), ("most", broken.most)) if bound is not None}
    data: dict[str, Said] = {**bounds, **({"case": next(iter(bounds))} if len(bounds) == 1 else {})}
    value = in_both(partial(said, known[term.id], term)) if term.id in known else ("", "")
    names_ = in_both(term.name)
    data |= {"authority": broken.authority, "name": names_, "value": value}
    return Diagnostic("ER0610", fact=term.id, address=place, data=tuple(sorted(data.items())))


def said(value: Value, term: Term, lang: str) -> str:
    """*value* as *lang* says it."""
    if isinstance(term.type, OneOf):
        member = next((each for each in term.type.members if each.id == value), None)
        names = (member.en if lang == "en" else member.vi) if member is not None else ()
        return names[0] if names else str(value)
    return written(value, lang)

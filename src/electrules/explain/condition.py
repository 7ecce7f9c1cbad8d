"""Conditions in words, each with whether it holds and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from ..tree.nodes import All, Among, Any, Bracket, Compare, Conclusion, Fact, HasValue, Literal, Not
from ..tree.operators import CONTRARY
from .compute import computation, expression_of, result_text
from .phrase import DEEPEST, among_text, bracket_text, compare_text, is_flag, phrase, unit_of
from .say import flag_text
from .step import FAILS, HOLDS, OPEN, Step, distinct
from .words import word

if TYPE_CHECKING:
    from ..evaluate.proof import Proof


def mark_of(proof: Proof) -> str:
    """Whether a condition holds."""
    return HOLDS if proof.value is True else FAILS if proof.value is False else OPEN


def conditions(proof: Proof, lang: str) -> tuple[Step, ...]:
    """The conditions of a rule, line by line: those that must all hold stand side by side."""
    found: list[Step] = []
    stack = [proof]
    while stack:
        part = stack.pop()
        if isinstance(part.node, All) and part.children:
            stack.extend(reversed(part.children))
        else:
            found.append(condition(part, lang))
    return distinct(found)


def failing(proof: Proof, lang: str) -> tuple[Step, ...]:
    """The conditions that do not hold."""
    return tuple(step for step in conditions(proof, lang) if step.mark != HOLDS)


def condition(proof: Proof, lang: str, depth: int = 0) -> Step:
    """One condition, with what it is about below."""
    if depth > DEEPEST:
        return Step("…", "condition", mark_of(proof))
    mark, node, terms = mark_of(proof), proof.node, proof.terms
    parts = proof.children
    match node:
        case Fact(term) | Conclusion(term) if is_flag(term, terms):
            text = flag_text(term, True, terms, lang)
            if proof.value is None:
                text = word("here", lang, text=text, value=result_text(proof, lang))
            return Step(supposed(proof, text, lang), "condition", mark)
        case HasValue():
            return Step(phrase(node, terms, lang), "condition", mark)
        case Among(of, members):
            text = among_text(of, members, phrase(of, terms, lang), terms, lang)
            return Step(here(proof, text, parts[:1], lang), "condition", mark)
        case Compare(_, left, right):
            text = compare_text(node, phrase(left, terms, lang), phrase(right, terms, lang), terms, lang)
            return Step(here(proof, text, parts, lang), "condition", mark, workings(parts, lang))
        case Bracket(of, least, over, most, under):
            text = bracket_text(phrase(of, terms, lang), (least, over, most, under), unit_of(of, terms), terms, lang)
            return Step(here(proof, text, parts, lang), "condition", mark, workings(parts, lang))
        case Not():
            return negated(proof, lang, depth)
        case All() | Any():
            below = distinct(condition(part, lang, depth + 1) for part in parts)
            if not below:
                return Step(phrase(node, terms, lang), "condition", mark)
            if len(below) == 1 and below[0].mark == mark:
                return below[0]
            if isinstance(node, Any) and all(not step.below and step.mark == mark for step in below):
                return Step(f" {word('or', lang)} ".join(step.text for step in below), "condition", mark)
            return Step(word("all" if isinstance(node, All) else "some", lang), "condition", mark, below)
        case _:
            return Step(phrase(expression_of(proof), terms, lang) if node is not None else "…", "condition", mark)


def negated(proof: Proof, lang: str, depth: int) -> Step:
    """A condition that must not hold: "not a case of point a" where it is another provision's."""
    mark, terms = mark_of(proof), proof.terms
    if not proof.children:
        return Step(phrase(expression_of(proof), terms, lang), "condition", mark)
    part = proof.children[0]
    if isinstance(part.node, Fact | Conclusion) and is_flag(part.term, terms):
        return Step(supposed(part, flag_text(part.term, False, terms, lang), lang), "condition", mark)
    if isinstance(part.node, Compare):
        turned = condition(evolve(part, node=evolve(part.node, op=CONTRARY[part.node.op])), lang, depth + 1)
        return evolve(turned, mark=mark)
    if isinstance(part.node, Among):
        text = among_text(part.node.of, part.node.members, phrase(part.node.of, terms, lang), terms, lang, "not-among")
        return Step(here(part, text, part.children[:1], lang), "condition", mark)
    cases = part.children if isinstance(part.node, Any) else (part,)
    places = {each.citation.address for each in cases if each.citation is not None}
    place = places.pop() if len(places) == 1 else None
    lines = distinct(
        step for each in cases if each.value is part.value for step in conditions(each, lang) if step.mark == mark_of(each) or each.value is None
    )
    if place is not None and proof.citation is not None and place != proof.citation.address and place.home == proof.citation.home:
        return Step(word("not-case", lang, place=place.text(lang)), "condition", mark, lines)
    below = distinct(condition(each, lang, depth + 1) for each in cases)
    if len(below) == 1 and not below[0].below:
        return Step(word("not", lang, text=below[0].text), "condition", mark)
    return Step(word("none-of", lang), "condition", mark, lines)


def here(proof: Proof, text: str, parts: tuple[Proof, ...], lang: str) -> str:
    """*text* with the values that it was tested on, where it does not say them itself."""
    shown = [result_text(part, lang) for part in parts if not isinstance(part.node, Literal) and (part.value is not None or part.outcome is not None)]
    said = word("here", lang, text=text, value="; ".join(shown)) if shown and not says(proof, parts) else text
    return word("supposed", lang, text=said) if any(part.piece is not None for part in parts) else said


def says(proof: Proof, parts: tuple[Proof, ...]) -> bool:
    """Whether a membership test names just the member that the fact is."""
    return isinstance(proof.node, Among) and proof.value is True and len(proof.node.members) == 1 and bool(parts)


def supposed(proof: Proof, text: str, lang: str) -> str:
    """*text*, marked where the fact is not known but supposed."""
    return word("supposed", lang, text=text) if proof.piece is not None else text


def workings(parts: tuple[Proof, ...], lang: str) -> tuple[Step, ...]:
    """How the sides of a comparison were worked out, where they are not plain."""
    return distinct(step for part in parts if not isinstance(part.node, Literal | Fact | Conclusion) for step in computation(part, lang))

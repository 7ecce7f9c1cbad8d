"""How a value was worked out, with every number that a clerk needs to work it out again."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ..evaluate.distribute import problem_of
from ..tree.nodes import (
    EXPR_CLASSES,
    All,
    Among,
    Any,
    Arithmetic,
    At,
    Bracket,
    Compare,
    Conclusion,
    Count,
    Decision,
    Distribute,
    Expr,
    Extreme,
    Fact,
    Field,
    HasValue,
    Literal,
    Not,
    NotApplicable,
    Rank,
    Round,
    Scale,
    Shift,
    Unread,
    Weekday,
    WorkingShift,
)
from ..values.number import whole, write_number
from ..values.time import write_clock
from .distribution import distribution_lines
from .phrase import DEEPEST, SIGNS, decision_text, extreme_text, phrase, share_text, shift_text
from .say import heading_of, value_text
from .step import Step, distinct
from .words import has, word

if TYPE_CHECKING:
    from ..evaluate.proof import Proof


def result_text(proof: Proof, lang: str) -> str:
    """The value of a step, or what stopped it."""
    if proof.value is not None:
        return value_text(proof.value, proof.unit, proof.term, proof.terms, lang)
    if proof.kind == "term" and proof.outcome == "answered":  # by a decision that is awaited
        return word("unknown", lang)
    return word(proof.outcome, lang) if proof.outcome is not None and has(proof.outcome) else "…"


def expression_of(proof: Proof) -> Expr:
    """What a step of the kind "expression" works out."""
    assert isinstance(proof.node, EXPR_CLASSES)
    return proof.node


def computation(proof: Proof, lang: str, depth: int = 0) -> tuple[Step, ...]:
    """The lines of a computation, the last operation first; nothing where the value is simply written."""
    if depth > DEEPEST:
        return (Step("…", "value"),)
    if proof.node is None:
        return ()
    node = expression_of(proof)
    match node:
        case Literal() | NotApplicable() | Unread():
            return ()
        case Scale():
            return (*scale_steps(proof, lang), *deeper(proof, lang, depth))
        case Distribute():
            return distribution_steps(proof, node, lang)
        case Decision():
            return (Step(decision_text(node, proof.terms, lang), "value"),)
        case Fact() | Conclusion():
            text = value_text(proof.value, proof.unit, proof.term, proof.terms, lang) if proof.value is not None else result_text(proof, lang)
            line = word("is", lang, name=heading_of(proof.term, proof.terms, lang), value=text)
            return (Step(word("supposed", lang, text=line) if proof.piece is not None else line, "value"),)
        case Arithmetic() | Extreme() | Round() | Shift() | At() | WorkingShift() | Weekday() | Count():
            return (Step(word("equals", lang, text=operation(proof, lang), value=result_text(proof, lang)), "value"), *deeper(proof, lang, depth))
        case HasValue() | Not() | All() | Any() | Among() | Compare() | Bracket() | Field() | Rank():
            return (Step(word("equals", lang, text=phrase(node, proof.terms, lang), value=result_text(proof, lang)), "value"),)


def deeper(proof: Proof, lang: str, depth: int) -> tuple[Step, ...]:
    """The lines of the parts of an operation."""
    parts = [part for part in proof.children if not isinstance(part.node, Fact)]
    return distinct(step for part in parts for step in computation(part, lang, depth + 1))


def operation(proof: Proof, lang: str) -> str:
    """An operation with the values of its parts."""
    parts = [result_text(part, lang) for part in proof.children]
    first = parts[0] if parts else "…"
    match proof.node:
        case Arithmetic("*", (Literal(Fraction() as share, ""), _)) if 0 < share < 1 and len(parts) == 2:
            return word("share", lang, share=share_text(share, lang), of=parts[1])
        case Arithmetic(op):
            return f" {SIGNS.get(op, op)} ".join(parts)
        case Extreme(which):
            return extreme_text(which, parts, lang)
        case Round(_, mode, to):
            return word(f"round.{mode}", lang, of=first, to=write_number(whole(to), lang))
        case Shift(_, count, unit):
            return shift_text(first, count, unit, proof.terms, lang)
        case At(_, time):
            return word("at", lang, of=first, time=write_clock(time))
        case WorkingShift(_, count):
            return shift_text(first, count, "working day", proof.terms, lang) if count else word("next-working-day", lang, of=first)
        case Weekday():
            return word("weekday", lang, of=first)
        case _:
            return phrase(expression_of(proof), proof.terms, lang)


def distribution_steps(proof: Proof, node: Distribute, lang: str) -> tuple[Step, ...]:
    """A distribution: what it is worked out with, then a line for each unit; where nothing comes of it, what it says."""
    values = [each.value for each in proof.children if each.value is not None]
    problem = problem_of(node, values) if proof.value is not None and len(values) == len(proof.children) else None
    if problem is None:
        return (Step(word("equals", lang, text=phrase(node, proof.terms, lang), value=result_text(proof, lang)), "value"),)
    return tuple(Step(line, "value") for line in distribution_lines(problem, lang))


def scale_steps(proof: Proof, lang: str) -> tuple[Step, ...]:
    """A scale, step by step: how far above, how many steps, the sum, the cap."""
    data = dict(proof.data)
    if "number" not in data or not isinstance(proof.node, Scale):
        return (Step(phrase(expression_of(proof), proof.terms, lang), "value"),)
    node = proof.node

    def say(value: object) -> str:
        return write_number(whole(value), lang) if isinstance(value, int | Fraction) else "…"

    number, count = (Fraction(each) if isinstance(each, int | Fraction) else Fraction(0) for each in (data["number"], data["steps"]))
    over = number - node.above
    slots = {"number": say(number), "above": say(node.above), "over": say(over), "step": say(node.step), "steps": say(count)}
    if over <= 0:
        lines = [word("scale-under", lang, **slots)]
    else:
        lines = [word("scale-over", lang, **slots), word(f"scale-{node.partial}", lang, **slots)]
        rest = over - count * node.step
        if node.partial == "whole" and rest:
            lines[-1] = word("scale-rest", lang, text=lines[-1], rest=say(rest))
    lines.append(word("scale-sum", lang, base=say(node.base), gain=say(node.gain), steps=say(count), reached=say(data["reached"])))
    if node.cap is not None:
        lines.append(word("scale-cap", lang, cap=say(node.cap), value=result_text(proof, lang)))
    return tuple(Step(line, "value") for line in lines)

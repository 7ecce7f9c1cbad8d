"""The numbers that a provision says, each with what it is a number of: read from its statements as written, never from their text."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import fields, has

from electrules.corpus.version import Version
from electrules.syntax.written import (
    Aged,
    Award,
    Besides,
    BodyOf,
    Bounded,
    ByReference,
    Chain,
    Condition,
    DayValue,
    Deadline,
    Duration,
    Either,
    Ensures,
    Is,
    Lettered,
    Matches,
    MayOnly,
    Means,
    Must,
    MustBe,
    MustExceed,
    MustFall,
    PartOf,
    Quantity,
    Range,
    Ranks,
    Table,
    TermValue,
    Timing,
    Word,
    WrittenValue,
)
from electrules.tree import types
from electrules.tree.types import Term
from shipped import law

Number = tuple[str, str, str]
"""What kind of number, of what (declared words, by their English names), and the number."""


def numbers(version: Version) -> set[Number]:
    """Every number that *version* says."""
    return {found for statement in version.statements for found in _within(statement, "")}


def _within(node: object, subject: str) -> Iterator[Number]:
    if isinstance(node, tuple):
        for each in node:
            yield from _within(each, subject)
    elif has(cls := type(node)):
        if isinstance(node, Table) and node.subject:
            subject = " and ".join(each.id for each in node.subject.members)
        yield from _said(node, subject)
        for each in fields(cls):
            yield from _within(getattr(node, each.name), subject)


def _said(node: object, subject: str) -> Iterable[Number]:
    match node:
        case Deadline():
            event = node.event or (node.deed.event if node.deed else None)
            return [("time", event.id if event else "", _timing(node.at) + _while(node.when))]
        case BodyOf():
            posts = [("post", node.body.id, _range(each.range)) for each in node.posts]
            should = [("post", node.body.id, f"should {_value(each.should)}") for each in node.posts if each.should]
            return [("size", node.body.id, _range(node.range)), *posts, *should]
        case Table():
            return _listed(node, subject)
        case Means(condition=Either(parts=parts)):
            return [("any of", node.flag.id, str(len(parts)))]
        case Either():
            return [("any of", "", str(len(node.parts)))]
        case Must() | Ensures():
            term = (node.term if isinstance(node, Must) else node.are) or counted(node.range.least)
            kinds = ["bound", "excusable"] if isinstance(node, Must) and node.excused else ["bound"]
            return [(kind, f"{subject}: {term.id}", _range(node.range)) for kind in kinds]
        case MayOnly():
            return [("bound", f"{subject}: {node.term.id}", f"<= {_value(node.most)}")]
        case Besides():
            least = " + ".join((*(each.id for each in node.others), _value(node.least)))
            return [("bound", f"{subject}: {counted(node.least).id}", f">= {least}")]
        case Bounded():
            return [("bound", node.term.id if node.term else "", _range(node.range))]
        case MustExceed():
            return [("surplus", f"{subject}: {node.term.id}", f">= {_value(node.by)}")]
        case MustFall():
            return [("weekday", node.term.id, day_name[node.weekday.number - 1])]
        case Aged():
            return [("age", node.on.id, f">= {node.years} years")]
        case Award():
            return [("award", node.term.id, _award(node))]
        case Ranks():
            return [("order", each.field.id, each.order) for each in node.by]
        case ByReference():
            return [("reference", "", ".".join(filter(None, (each.article, each.clause, each.point, each.sentence)))) for each in node.references]
    return []


def counted(quantity: WrittenValue | None) -> Term:
    """The fact that is counted in the unit of *quantity*, and called like it where several are."""
    assert isinstance(quantity, Quantity)
    assert quantity.unit is not None
    found = [
        each for each in law().terms.values() if isinstance(each.type, types.Number) and each.type.unit == quantity.unit.id and each.role == "fact"
    ]
    unit = law().laws.whole.units[quantity.unit.id]
    return next((each for each in found if {*each.names[1]} & {*unit.en}), found[0])


def _listed(table: Table, subject: str) -> Iterator[Number]:
    """What counting the pieces of a table gives, and the cases in which it says no."""
    plain = [each.piece if isinstance(each, Lettered) else each for each in table.pieces]
    required = sum(isinstance(each, MustBe) and each.force == "must" and isinstance(each.condition, Is) for each in plain)
    letters = len({each.letter for each in table.pieces if isinstance(each, Lettered)})
    if required:
        yield "required", subject, str(required)
    if letters:
        yield "points", subject, str(letters)
    cases = table.when.parts if isinstance(table.when, Either) else (table.when,)
    for no in (each for each in plain if isinstance(each, Award) and each.value is False):
        yield from (("never", no.term.id, member.id) for each in cases if isinstance(each, Matches) for member in each.members)


def _timing(at: Timing) -> str:
    clock = at.start or at.finish
    said = (
        at.bound,
        _value(at.count) if at.count else "",
        at.direction,
        clock.isoformat("minutes") if clock else "",
        at.anchor.term.id if at.anchor else "",
    )
    return " ".join(each for each in said if each)


def _while(when: Condition | None) -> str:
    """The days to which a condition holds a statement."""
    if isinstance(when, Bounded) and isinstance(when.range.least or when.range.most, DayValue):
        return f" while {_range(when.range)}"
    return ""


def _range(within: Range) -> str:
    least, most = within.least, within.most
    if least is not None and least == most:
        return f"= {_value(least)}"
    ends = [f"{'>' if within.over else '>='} {_value(least)}" if least else "", f"{'<' if within.under else '<='} {_value(most)}" if most else ""]
    return " ".join(filter(None, ends))


def _award(node: Award) -> str:
    if isinstance(node.value, bool):
        return "yes" if node.value else "no"
    return node.value.id if isinstance(node.value, Word) else _value(node.value)


def _value(value: WrittenValue | None) -> str:
    match value:
        case Quantity(percent=True):
            return f"{value.number * 100} %"
        case Quantity():
            return " ".join(filter(None, (str(value.number), value.unit.id if value.unit else "")))
        case Duration():
            return f"{value.number} {value.unit}{'' if value.number == 1 else 's'}"
        case DayValue():
            return value.day.isoformat()
        case TermValue():
            return value.term.id
        case PartOf():
            return f"{_share(value.share, value.percent)} of {_value(value.of)}"
        case Chain():
            return " ".join((_value(value.first), *(f"{op} {_value(each)}" for op, each in value.rest)))
    return str(value)


def _share(share: Fraction, percent: bool) -> str:
    return f"{share * 100} %" if percent else str(share)

"""Changes of as-written text: a word or number put in the place of another, a lettered point taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, TypeVar

from attrs import evolve

from ..source.citation import Address
from ..syntax.change import Change, changed
from ..syntax.written import Cap, DayValue, Deadline, Duration, ExceptionTo, Floor, Lettered, Piece, Quantity, Statement, Table, Word

N = TypeVar("N")
Words: TypeAlias = Quantity | Duration | DayValue | Word


def substituted(statements: tuple[Statement, ...], old: Words, new: Words, at: Address, place: Address) -> tuple[Statement, ...]:
    """*statements*, which stand at *at*, with *new* for *old* in what stands at or below *place*."""
    change = _changer(old, new)
    return tuple(_in_place(each, at, place, change) for each in statements)


def replaced(node: N, old: Words, new: Words) -> N:
    """*node* with *new* wherever *old* stands in it; the same object where it does not."""
    return changed(node, _changer(old, new))  # type: ignore[no-any-return]


def _in_place(statement: Statement, at: Address, place: Address, change: Change) -> Statement:
    if at.within(place):
        return changed(statement, change)  # type: ignore[no-any-return]
    return on_table(
        statement,
        lambda table: evolve(table, pieces=tuple(changed(piece, change) if where == place else piece for where, piece in placed_pieces(table, at))),
    )


def on_table(statement: Statement, change: Callable[[Table], Table]) -> Statement:
    """*statement* with its table changed, if it is or holds one."""
    if isinstance(statement, Table):
        return change(statement)
    if isinstance(statement, ExceptionTo) and isinstance(statement.statement, Table):
        return evolve(statement, statement=change(statement.statement))
    return statement


def table_of(statement: Statement) -> Table | None:
    """The table that *statement* is or holds."""
    if isinstance(statement, ExceptionTo):
        statement = statement.statement
    return statement if isinstance(statement, Table) else None


def deadline_of(statement: Statement) -> Deadline | None:
    """The deadline that *statement* is or holds."""
    if isinstance(statement, ExceptionTo):
        statement = statement.statement
    return statement if isinstance(statement, Deadline) else None


def lettered(at: Address, letter: str) -> Address:
    """The place of the piece with *letter* in what stands at *at*: a point, or a clause where the letter is a number."""
    letter = letter.lower()
    return evolve(at, clause=letter) if letter[:1].isdigit() and at.clause is None else evolve(at, point=letter)


def placed_pieces(table: Table, at: Address) -> Iterator[tuple[Address, Piece]]:
    """Each piece of *table* with its place: a letter holds for the pieces after it too, up to the next; a cap or floor stands at the whole."""
    here = at
    for piece in table.pieces:
        if isinstance(piece, Lettered):
            here = lettered(at, piece.letter)
            yield here, piece
        else:
            yield (at if isinstance(piece, Cap | Floor) else here), piece


def letters(statements: tuple[Statement, ...], at: Address) -> tuple[Address, ...]:
    """The places of the lettered pieces in *statements*, in order."""
    found: dict[Address, None] = {}
    for statement in statements:
        table = table_of(statement)
        for piece in table.pieces if table else ():
            if isinstance(piece, Lettered):
                found[lettered(at, piece.letter)] = None
    return tuple(found)


def without_letter(statements: tuple[Statement, ...], at: Address, place: Address) -> tuple[Statement, ...]:
    """*statements*, which stand at *at*, without the pieces at *place*; a statement that says nothing more goes."""
    kept = []
    for statement in statements:
        table = table_of(statement)
        if table is None or not any(where == place for where, _ in placed_pieces(table, at)):
            kept.append(statement)
            continue
        left = tuple(piece for where, piece in placed_pieces(table, at) if where != place)
        if any(not isinstance(piece, Cap | Floor) for piece in left):
            kept.append(on_table(statement, lambda each, left=left: evolve(each, pieces=left)))  # type: ignore[misc]
    return tuple(kept)


def only_letter(statements: tuple[Statement, ...], at: Address, place: Address) -> tuple[Statement, ...]:
    """Of *statements*, which stand at *at*, only the pieces at *place*, with the caps and floors that hold for them and with the notes."""
    kept = []
    for statement in statements:
        table = table_of(statement)
        if table is None:
            kept.append(statement)
        elif any(where == place for where, _ in placed_pieces(table, at)):
            left = tuple(piece for where, piece in placed_pieces(table, at) if where == place or isinstance(piece, Cap | Floor))
            kept.append(on_table(statement, lambda each, left=left: evolve(each, pieces=left)))  # type: ignore[misc]
    return tuple(kept)


def _changer(old: Words, new: Words) -> Change:
    """What puts *new* where exactly *old* stands; a number without unit is changed whatever its unit."""

    def change(node: Any) -> Any:  # noqa: ANN401 (any node)
        match old, new, node:
            case Quantity(), Quantity(), Quantity() if old.unit is None:
                fits = node.number == old.number and node.percent == old.percent
                return evolve(node, number=new.number, unit=new.unit or node.unit, percent=new.percent) if fits else node
            case Quantity(), Quantity(), Quantity():
                return evolve(new, span=node.span) if node == old else node
            case Quantity(), Quantity(), Duration() if old.unit is None and node.number == old.number:
                return evolve(node, number=new.number)
            case Duration(), Duration(), Duration() if node == old:
                return evolve(new, span=node.span)
            case DayValue(), DayValue(), DayValue() if node == old:
                return evolve(new, span=node.span)
            case Word(), Word(), Word() if node.id == old.id and _same_kind(node.kind, old.kind) and (old.of or node.of) == node.of:
                return evolve(node, id=new.id, kind=new.kind if node.kind == old.kind else node.kind, of=new.of or node.of)
            case _:
                return node

    return change


_TERMS = frozenset({"term", "flag", "verb", "absent"})


def _same_kind(a: str, b: str) -> bool:
    return a == b or (a in _TERMS and b in _TERMS)

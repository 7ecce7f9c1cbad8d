"""Changes of as-written text: a word or number put in the place of another, a lettered point taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

from attrs import evolve, frozen

from ..source.citation import Address
from ..syntax.change import Change, changed
from ..syntax.written import Cap, DayValue, Deadline, Duration, ExceptionTo, Floor, Lettered, Piece, Quantity, Statement, Table, Word

N = TypeVar("N")
Words: TypeAlias = Quantity | Duration | DayValue | Word


@frozen
class Rewording:
    """*new* is put where *old* stands, at or below *place*; *by* tells two rewordings apart."""

    old: Words
    new: Words
    place: Address
    by: int = 0


class ChangedTwice(Exception):
    """Two rewordings, *first* and *second*, put different words where one stood."""

    def __init__(self, first: int, second: int) -> None:
        super().__init__(first, second)
        self.first, self.second = first, second


def substituted(statements: tuple[Statement, ...], at: Address, words: Iterable[Rewording]) -> tuple[Statement, ...]:
    """*statements*, which stand at *at*, with all *words* changed at once: none changes what another has put there."""
    words = tuple(words)
    whole = tuple(each for each in words if at.within(each.place))
    return tuple(_in_place(each, at, whole, tuple(each for each in words if each not in whole)) for each in statements)


def replaced(node: N, words: Iterable[Rewording]) -> N:
    """*node* with all *words* changed at once wherever they stand in it; the same object where they do not."""
    return changed(node, _together(tuple(words)))  # type: ignore[no-any-return]


def _in_place(statement: Statement, at: Address, whole: tuple[Rewording, ...], inside: tuple[Rewording, ...]) -> Statement:
    made: Statement = changed(statement, _together(whole)) if whole else statement
    table = table_of(statement)
    if not inside or table is None:
        return made
    pieces = tuple(
        changed(piece, _together((*whole, *(each for each in inside if each.place == where)))) for where, piece in placed_pieces(table, at)
    )
    return on_table(made, lambda each: evolve(each, pieces=pieces))


def _together(words: tuple[Rewording, ...]) -> Change:
    """What changes a node once, by whichever of *words* fits it."""
    changers = [(each.by, _changer(each.old, each.new)) for each in words]

    def change(node: Any) -> Any:  # noqa: ANN401 (any node)
        made, first = node, None
        for by, each in changers:
            after = each(node)
            if after is node:
                continue
            if first is not None and after != made:
                raise ChangedTwice(first, by)
            made, first = after, by if first is None else first
        return made

    return change


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

"""Cases: of what the statements of a version speak, for "covered by" elsewhere; their subjects, never their brackets."""

from __future__ import annotations

from collections.abc import Iterator

from ...corpus.rewrite import placed_pieces, table_of
from ...corpus.version import Version
from ...source.citation import Address
from ...syntax.written import Blocks, Deadline, ExceptionTo, Means, Statement, Table
from ...tree.nodes import Expr, Not
from .conditions import both, condition
from .pieces import guard
from .scope import NEVER, Scope


def cases_of(version: Version, letter: Address | None) -> Iterator[tuple[int, Statement]]:
    """The statements of *version* whose subject is a case of it, at *letter* or as a whole."""
    for number, statement in enumerate(version.statements):
        table = table_of(statement)
        if table is not None:
            if letter is None or any(where == letter for where, _ in placed_pieces(table, version.address)):
                yield number, statement
        elif letter is None and isinstance(statement.statement if isinstance(statement, ExceptionTo) else statement, Blocks | Means | Deadline):
            yield number, statement


def case_of(statement: Statement, scope: Scope) -> Expr:
    """The case of which *statement* speaks: its subject, never its brackets."""
    if isinstance(statement, ExceptionTo):
        statement = statement.statement
    match statement:
        case Table():
            return both(guard(statement, scope), scope)
        case Means(_, holds, only):
            holding = condition(holds, scope)
            return Not(holding, citation=scope.citation) if only else holding
        case Blocks(_, when):
            return condition(when, scope)
        case Deadline(when=when):
            return condition(when, scope) if when is not None else both((), scope)
        case _:
            return NEVER

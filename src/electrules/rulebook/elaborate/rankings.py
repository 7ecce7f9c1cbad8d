"""Rankings: records of a list taken in their order until the places are filled."""

from __future__ import annotations

from ...syntax.written import Ranks, Word
from ...tree.nodes import Rank
from ...tree.types import Day, ListOf, Number, Term, Type
from .names import term_name, type_name
from .scope import Scope
from .values import Typed, value, wrong_type


def ranking(piece: Ranks, term: Term, scope: Scope) -> Rank | None:
    """What *piece* concludes of *term*, a list whose first field names a record; None after saying what is wrong."""
    of = scope.term(piece.of, "fact")
    places = value(piece.places, scope)
    if of is None or places is None:
        return None
    fields = _fields(of, piece.of, scope)
    named = _fields(term, piece.term, scope)
    if fields is None or named is None:
        return None
    if not isinstance(places.type, Number) or not places.type.whole:
        wrong_type(places, type_name(Number(None, None)), scope)
        return None
    name = next(iter(named), None)
    by, called = [], []
    for each in piece.by:
        field = scope.term(each.field)
        if field is None:
            return None
        if not isinstance(fields.get(field.id), Number | Day):
            _not_there(each.field, of, scope)
            return None
        by.append((field.id, each.order))
        called.append(term_name(field))
    if name is None or name not in fields:
        _not_there(piece.term, of, scope)
        return None
    return Rank(scope.read(of), places.expr, tuple(by), name, tuple(called), citation=scope.citation)


def _fields(term: Term, word: Word, scope: Scope) -> dict[str, Type] | None:
    """The fields of the records of a list, by their terms."""
    if isinstance(term.type, ListOf):
        return dict(term.type.of.fields)
    wrong_type(Typed(scope.read(term), term.type, term_name(term), word.span), _LIST, scope)
    return None


def _not_there(word: Word, of: Term, scope: Scope) -> None:
    term = scope.lexicon.by_id[word.id]
    scope.say(
        "ER0502",
        word.span,
        what=term_name(term),
        found=type_name(term.type),
        wanted=(f"một số hoặc ngày trong {term_name(of)[0]}", f"a number or day of {term_name(of)[1]}"),
    )


_LIST = ("danh sách bản ghi", "a list of records")

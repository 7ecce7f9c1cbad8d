"""The Lark grammar of a surface, generated from the table of constructs, and the parser made of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

from attrs import frozen
from lark import Lark
from lark.lexer import Lexer

from .build import maker, valued
from .leaves import LEAVES
from .table import MARKS, Element, Keyword, Mark, Part, constructs, keyword_terminals
from .token import Token

STARTS = ("header", "provision", "case", "rulebook")


class _Tokens(Lexer):
    """Hands on the tokens that our own lexer made."""

    __future_interface__ = 2

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:  # type: ignore[override]
        yield from lexer_state.text  # type: ignore[attr-defined]


@frozen
class Surface:
    """A surface made ready: its parser, and its keyword terminals."""

    lark: Lark
    terminals: dict[str, str]  # folded keyword -> terminal
    words: dict[str, str]  # terminal -> keyword


def grammar_text(surface: str) -> str:
    """The grammar of *surface* in Lark's notation, as it stands in grammars/."""
    lines = [f"// Generated from constructs.toml; do not edit. Surface: {surface}.", ""]
    lines += [line for line, _ in _rules(surface)]
    lines += ["", "// keywords"]
    names = keyword_terminals(surface)
    lines += [f"//   {name} = {words}" for words, name in names.items()]
    terminals = [*MARKS.values(), *dict.fromkeys(each for leaf in LEAVES.values() for each in leaf), *names.values()]
    lines += [f"%declare {name}" for name in terminals]
    return "\n".join(lines) + "\n"


def _rules(surface: str) -> list[tuple[str, tuple[str, Callable[[list[object]], object]] | None]]:
    """Each line of the grammar, with the callback that its alias names."""
    found: list[tuple[str, tuple[str, Callable[[list[object]], object]] | None]] = []
    lists: dict[str, tuple[Part, str]] = {}
    by_category: dict[str, list[tuple[str, tuple[str, Callable[[list[object]], object]] | None]]] = {}
    table = constructs()
    for number, row in enumerate(table.rows):
        for index, pattern in enumerate(row.patterns(surface)):
            elements = tuple(each for each in pattern.elements if isinstance(each, Keyword | Mark | Part))
            expansion = " ".join(_symbol(each, surface, lists) for each in elements)
            alias = f"{row.makes.lower()}_{number}_{index}"
            by_category.setdefault(row.category, []).append((f"{expansion} -> {alias}", (alias, maker(row, elements))))
    for category, passed in table.passes:
        by_category.setdefault(category, []).append((_category(passed), None))
    for category, alternatives in by_category.items():
        for position, (text, callback) in enumerate(alternatives):
            found.append((f"?{category}: {text}" if not position else f"    | {text}", callback))
    for name, (part, separator) in lists.items():
        item = _category(part.category)
        more = f"({separator} {item})".replace("( ", "(") + ("+" if part.least == 2 else "*")
        found.append((f"{name}: {item} {more}", (name, _listed(bool(separator), part.category))))
    found += [(f"?{name}_: {' | '.join(terminals)}", None) for name, terminals in LEAVES.items() if len(terminals) > 1]
    return found


def _category(category: str) -> str:
    terminals = LEAVES.get(category)
    if terminals is None:
        return category
    return terminals[0] if len(terminals) == 1 else f"{category}_"


def _symbol(element: Element, surface: str, lists: dict[str, tuple[Part, str]]) -> str:
    if isinstance(element, Keyword):
        return keyword_terminals(surface)[element.words]
    if isinstance(element, Mark):
        return MARKS[element.sign]
    assert isinstance(element, Part)
    if not element.least:
        return _category(element.category)
    separator = _symbol(element.separator, surface, lists) if element.separator else ""
    name = f"{'two' if element.least == 2 else 'some'}_{element.category}" + (f"_{separator.lower()}" if separator else "")
    lists[name] = (element, separator)
    return name


def _listed(separated: bool, category: str) -> Callable[[list[object]], object]:
    return lambda children: tuple(valued(child, category) for child in children[:: 2 if separated else 1])


class _Callbacks:
    """What Lark calls by the names of the aliases."""


@cache
def surface_of(name: str) -> Surface:
    """The surface *name* ("vi" or "en") made ready; about 50 ms, once a process."""
    rules = _rules(name)
    callbacks = _Callbacks()
    for _, callback in rules:
        if callback:
            setattr(callbacks, callback[0], callback[1])
    # strict: Lark settles a conflict silently otherwise
    lark = Lark(grammar_text(name), parser="lalr", lexer=_Tokens, transformer=callbacks, start=list(STARTS), strict=True, maybe_placeholders=False)
    terminals = keyword_terminals(name)
    return Surface(lark, terminals, {terminal: words for words, terminal in terminals.items()})


@cache
def follows(surface: str) -> frozenset[tuple[str, str]]:
    """Which terminal of *surface* may follow which, read off the rules."""
    expansions: dict[str, list[list[str]]] = {}
    name = ""
    for line, _ in _rules(surface):
        head, colon, body = line.partition(": ")
        name = head.lstrip("?") if colon else name
        symbols = _SYMBOL.findall((body if colon else line.split("|", 1)[1]).split("->")[0])
        bodies: list[list[str]] = [[each] for each in symbols] if "|" in body else [symbols]
        if "(" in body and len(symbols) == 3:  # item (SEPARATOR item)*
            bodies = [symbols, [symbols[1], symbols[0]], symbols[:1]]
        elif "(" in body:  # item (item)*
            bodies = [symbols, symbols[:1]]
        expansions.setdefault(name, []).extend(bodies)
    first = _ends(expansions, 0)
    last = _ends(expansions, -1)
    found: set[tuple[str, str]] = set()
    for alternatives in expansions.values():
        for symbols in alternatives:
            for before, after in pairwise(symbols):
                found.update((a, b) for a in last.get(before, {before}) for b in first.get(after, {after}))
    return frozenset(found)


_SYMBOL = re.compile(r"\w+")


def _ends(expansions: dict[str, list[list[str]]], at: int) -> dict[str, set[str]]:
    ends: dict[str, set[str]] = {name: set() for name in expansions}
    changed = True
    while changed:
        changed = False
        for name, bodies in expansions.items():
            before = len(ends[name])
            ends[name].update(*_one_end(bodies, at, ends))
            changed |= len(ends[name]) != before
    return ends


def _one_end(bodies: Iterable[list[str]], at: int, ends: dict[str, set[str]]) -> list[set[str]]:
    return [ends.get(body[at], {body[at]}) for body in bodies if body]

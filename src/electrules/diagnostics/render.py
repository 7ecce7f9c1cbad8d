"""Diagnostics as text: place, source line, carets under what is meant, message, what was expected, what to try."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeAlias

from .diagnostic import Diagnostic
from .page import fill, page
from .register import page_of

MARGIN = "  | "
AROUND = 100  # columns of a long line that are shown before and after what is meant
SHOWN = 200  # diagnostics of one text; the rest are counted
NAMED = 16  # things that could stand there; more of them tell a reader nothing
COLOURS = {"error": "31", "warning": "33", "caret": "36"}


Paint: TypeAlias = Callable[[str, str], str]


def render_all(diagnostics: Iterable[Diagnostic], lang: str | None = None, colour: bool = False) -> str:
    """All *diagnostics*, a blank line between two."""
    every = tuple(diagnostics)
    parts = [render(each, lang or each.lang, colour) for each in every[:SHOWN]]
    if len(every) > SHOWN:
        parts.append(label("more", lang or every[0].lang, count=str(len(every) - SHOWN)))
    return "\n\n".join(parts)


def render(diagnostic: Diagnostic, lang: str, colour: bool = False) -> str:
    """One diagnostic, as a reader is shown it."""
    paint = _paint if colour else _plain
    where = _where(diagnostic, lang)
    head = f"{label(diagnostic.severity, lang)} {diagnostic.code}"
    lines = [f"{where}: {paint(head, diagnostic.severity)}" if where else paint(head, diagnostic.severity)]
    lines += _frame(diagnostic, paint)
    lines.append("  " + visible(diagnostic.message(lang)))
    if diagnostic.expected:
        more = ("…",) if len(diagnostic.expected) > NAMED else ()
        lines.append("  " + label("expected", lang, what=visible(", ".join((*diagnostic.expected[:NAMED], *more)))))
    if diagnostic.suggestion is not None:
        lines.append("  " + label("try", lang, what=visible(diagnostic.suggestion)))
    if diagnostic.places:
        lines.append("  " + label("places", lang, what=", ".join(f"{visible(path)}:{line}:{column}" for path, line, column in diagnostic.places)))
    lines.append("  " + label("page", lang, what=page_of(diagnostic.code)))
    return "\n".join(lines)


def label(name: str, lang: str, **data: str) -> str:
    """The words *name* that frame messages; they stand in the head of docs/errors/README.md."""
    try:
        words = page("").sentence(lang, name)
    except (OSError, ValueError):
        return " ".join([name, *data.values()])
    return fill(words, data)


def visible(text: str) -> str:
    """*text* for a terminal: what has no shape, or could move what stands around it, is named by its code point."""
    return text if text.isascii() and text.isprintable() else "".join(map(_shape, text))


def _where(diagnostic: Diagnostic, lang: str) -> str:
    if diagnostic.path is None:
        return ""
    place = visible(diagnostic.path)
    if diagnostic.line is not None:
        place += f":{diagnostic.line}:{diagnostic.column}"
    address = diagnostic.address_in(lang)
    return f"{place} ({visible(address)})" if address else place


def _frame(diagnostic: Diagnostic, paint: Paint) -> list[str]:
    if diagnostic.line is None or diagnostic.column is None or not diagnostic.source.strip():
        return []
    text, start = diagnostic.source, diagnostic.column - 1
    same = diagnostic.end_line == diagnostic.line and diagnostic.end_column is not None
    end = diagnostic.end_column - 1 if same and diagnostic.end_column else len(text.rstrip())
    first, last = max(0, start - AROUND), min(len(text), max(end, start) + AROUND)
    last = min(last, start + 4 * AROUND)
    before = ("…" if first else "") + visible(text[first:start])
    meant = visible(text[start : min(end, last)])
    after = visible(text[max(start, min(end, last)) : last]) + ("…" if last < len(text) else "")
    carets = paint("^" * max(1, width(meant)), "caret")
    return [MARGIN + (before + meant + after).rstrip(), MARGIN + " " * width(before) + carets]


def width(text: str) -> int:
    """How many columns *text* takes on a terminal: none for combining marks, two for wide letters."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _shape(char: str) -> str:
    if char == "\t":
        return "    "
    kind = unicodedata.category(char)
    if kind[0] == "C" or kind in ("Zl", "Zp"):
        return f"<U+{ord(char):04X}>"
    return " " if kind == "Zs" else char


def _plain(text: str, _what: str) -> str:
    return text


def _paint(text: str, what: str) -> str:
    return f"\x1b[{COLOURS[what]}m{text}\x1b[0m"

"""A diagnostic is a code, a place and data; its words stand on the page of the code (docs/errors)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, field, frozen

from ..languages import place_of
from ..limits import PLACES
from ..source.span import Span
from .register import page_of, severity_of

if TYPE_CHECKING:
    from ..source.file import SourceFile

Said: TypeAlias = str | tuple[str, str]
"""What fills a slot of a message: one text, or what each language calls it, (vi, en)."""

Place: TypeAlias = tuple[str, int, int]
"""Path, line and column, from 1, in code points of the file as it stands."""


@frozen
class Diagnostic:
    """One thing said about the input: *code* ("ER0601", its page stands in docs/errors), where, and what the words of the page need.

    *severity* is "error" or "warning". *path*, *line*, *column* are the place in a file as it stands, from 1, in code
    points; the end is the first place after what is meant, and *places* are others that it speaks of. *address* is the
    provision, *fact* the name of the fact, where there is one. *expected* is what could have stood there, *suggestion* the
    likeliest of it. A pass knows only *span* and *spans* (offsets in the NFC text); `placed` finds the rest.
    """

    code: str
    severity: str = "error"
    span: Span | None = None
    _address: Said | None = None
    expected: tuple[str, ...] = ()
    suggestion: str | None = None
    fact: str | None = None
    data: tuple[tuple[str, Said], ...] = ()
    spans: tuple[Span, ...] = ()
    path: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    places: tuple[Place, ...] = ()
    source: str = ""
    lang: str = field(default="vi", eq=False, repr=False)

    def message(self, lang: str | None = None) -> str:
        """The sentence of the page, filled, in *lang* ("vi" or "en"; default: the reader's)."""
        from .page import message

        return message(self.code, lang or self.lang, dict(self.data))

    def text(self, lang: str | None = None) -> str:
        """All that a reader is shown: place, source line, carets, message, what to try."""
        from .render import render

        return render(self, lang or self.lang)

    def said_in(self, lang: str) -> Diagnostic:
        """The same diagnostic, which speaks *lang* unless asked otherwise."""
        return evolve(self, lang=lang)

    @property
    def address(self) -> str | None:
        """The provision, as the reader's language calls it."""
        return self.address_in(self.lang)

    def address_in(self, lang: str) -> str | None:
        """The provision, as *lang* calls it."""
        return self._address[place_of(lang)] if isinstance(self._address, tuple) else self._address

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "code": self.code,
            "severity": self.severity,
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "address": self.address,
            "fact": self.fact,
            "message": self.message(),
            "expected": list(self.expected),
            "suggestion": self.suggestion,
            "places": [{"path": path, "line": line, "column": column} for path, line, column in self.places],
            "page": page_of(self.code),
        }

    def __str__(self) -> str:
        return self.text()


def diagnose(
    code: str,
    span: Span | None = None,
    *,
    severity: str | None = None,
    address: Said | None = None,
    expected: Iterable[str] = (),
    suggestion: str | None = None,
    places: Iterable[Span] = (),
    fact: str | None = None,
    **data: Said,
) -> Diagnostic:
    """Say *code* of *span*; *data* fills the slots of its page, and `case` picks a variant of the sentence there.

    The severity is that of the register unless given.
    """
    return Diagnostic(
        code,
        severity or severity_of(code),
        span,
        address,
        tuple(expected),
        suggestion,
        fact,
        tuple(sorted(data.items())),
        tuple(places),
    )


def placed(diagnostics: Iterable[Diagnostic], files: Mapping[str, SourceFile]) -> tuple[Diagnostic, ...]:
    """The same diagnostics with path, line, column and source line, in the order of the files' text; done twice, it changes nothing."""
    done = [each if each.line is not None else _placed(each, files) for each in diagnostics]
    return tuple(sorted(done, key=lambda each: (each.path or "", each.line or 0, each.column or 0)))


def merged(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The placed *diagnostics* with one for each cause: what says the same words again is a further place of the first."""
    first: dict[tuple[object, ...], Diagnostic] = {}
    for each in diagnostics:
        cause = (each.code, each.data, each.fact, each.suggestion) if each.line is not None else (id(each),)
        if cause not in first:
            first[cause] = each
        elif len(first[cause].places) < PLACES:
            assert each.path is not None
            assert each.line is not None
            assert each.column is not None
            first[cause] = evolve(first[cause], places=(*first[cause].places, (each.path, each.line, each.column)))
    return tuple(first.values())


def _placed(diagnostic: Diagnostic, files: Mapping[str, SourceFile]) -> Diagnostic:
    span = diagnostic.span
    if span is None or not span.path:
        return diagnostic
    file = files.get(span.path)
    if file is None:
        return evolve(diagnostic, path=span.path)
    line, column = file.line_column(span.start)
    end_line, end_column = file.line_column(max(span.start, span.end))
    places = tuple((each.path, *files[each.path].line_column(each.start)) for each in diagnostic.spans if each.path in files)
    return evolve(
        diagnostic, path=span.path, line=line, column=column, end_line=end_line, end_column=end_column, places=places, source=file.line_text(line)
    )

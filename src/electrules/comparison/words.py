"""The words of comparisons, by language, and the tables in which they are said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from ..consistency.words import piece_said
from ..evaluate.ask import said
from ..evaluate.piece import Piece, Range, Stretch, from_number, only
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..tree.types import Number, Term
from ..values.number import rounded, write_number
from ..values.time import write_day
from ..values.value import written

if TYPE_CHECKING:
    from .cells import Side
    from .comparison import Comparison, Row, When
    from .reduction import Cut, Interval, Measured, Report

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "title days": "{name}: hỏi ngày {first} so với hỏi ngày {second}",
        "title": "{name}: trước và sau khi sửa, hỏi ngày {first}",
        "given": "Cho: {facts}",
        "none": "Không có khác biệt.",
        "before": "trước",
        "after": "sau",
        "difference": "chênh",
        "share": "tỷ lệ",
        "everywhere": "mọi trường hợp",
        "so given": "với dữ kiện đã cho",
        "cited before": "Căn cứ trước: {places}",
        "cited after": "Căn cứ sau: {places}",
        "unconfirmed": "Chưa xác nhận ({side}): {places}",
        "secondary": "Chỉ có nguồn thứ cấp ({side}): {places}",
        "unknown": "chờ quyết định",
        "not_applicable": "không đặt ra",
        "gap": "không quy định",
        "conflict": "mâu thuẫn",
        "yes": "có",
        "no": "không",
        "from to": "{least} – {most}",
        "reduction": "{name}: mức giảm đã nêu {declared} ({place}), so với {instrument} khi chưa sửa đổi, hỏi ngày {on}",
        "from to share": "từ {least} đến {most}",
        "least share": "từ {least}",
        "most share": "đến {most}",
        "unit kind": "đơn vị",
        "least": "giảm ít nhất",
        "most": "giảm nhiều nhất",
        "holds": "đúng mức đã nêu",
        "below": "giảm ít hơn",
        "above": "giảm nhiều hơn",
        "open": "không đo được",
        "nowhere": "–",
        "or": " hoặc ",
        "legend before": "trước ({on})",
        "legend after": "sau ({on})",
    },
    "en": {
        "title days": "{name}: asked on {first} against {second}",
        "title": "{name}: before and after the change, asked on {first}",
        "given": "Given: {facts}",
        "none": "No difference.",
        "before": "before",
        "after": "after",
        "difference": "change",
        "share": "share",
        "everywhere": "every case",
        "so given": "for these facts",
        "cited before": "Under, before: {places}",
        "cited after": "Under, after: {places}",
        "unconfirmed": "Unconfirmed ({side}): {places}",
        "secondary": "Secondary sources only ({side}): {places}",
        "unknown": "to be decided",
        "not_applicable": "not applicable",
        "gap": "silent",
        "conflict": "conflict",
        "yes": "yes",
        "no": "no",
        "from to": "{least} – {most}",
        "reduction": "{name}: declared reduction {declared} ({place}), against {instrument} before amendment, asked on {on}",
        "from to share": "from {least} to {most}",
        "least share": "from {least}",
        "most share": "up to {most}",
        "unit kind": "unit",
        "least": "smallest cut",
        "most": "largest cut",
        "holds": "as declared",
        "below": "less than declared",
        "above": "more than declared",
        "open": "not measured",
        "nowhere": "–",
        "or": " or ",
        "legend before": "before ({on})",
        "legend after": "after ({on})",
    },
}
# ----------------------------------------------------------------- comparisons


def title(comparison: Comparison, lang: str) -> str:
    """What is compared."""
    first, second = comparison.days
    form = "title" if first == second else "title days"
    name = heading(comparison.term, comparison.terms, lang)
    return WORDS[lang][form].format(name=name, first=write_day(first, lang), second=write_day(second, lang))


def comparison_text(comparison: Comparison, lang: str) -> str:
    """A comparison as a table."""
    from ..explain.say import fact_text

    words = WORDS[lang]
    lines = [title(comparison, lang)]
    if comparison.given:
        given = "; ".join(fact_text(fact, value, comparison.terms, lang) for fact, value in comparison.given.items())
        lines.append(words["given"].format(facts=given))
    if not comparison.rows:
        return "\n".join([*lines, words["none"]])
    lines += ["", *sections(comparison, lang)]
    for wording, citations in zip(("cited before", "cited after"), comparison.citations, strict=True):
        if citations:
            lines.append(words[wording].format(places=cited(citations, lang)))
    return "\n".join([*lines, *marks(comparison, lang)])


def marks(comparison: Comparison, lang: str) -> Iterator[str]:
    """Which of the provisions cited are not known from an official text."""
    for side, tree, citations in zip(("before", "after"), comparison.rows[0].trees, comparison.citations, strict=True):
        status = {rule.citation: rule.status for definition in tree.definitions for rule in definition.rules}
        for mark in ("unconfirmed", "secondary"):
            marked = [each for each in citations if status.get(each) == mark]
            if marked:
                yield WORDS[lang][mark].format(side=WORDS[lang][side], places=cited(marked, lang))


def sections(comparison: Comparison, lang: str) -> Iterator[str]:
    """The rows, those that differ in one number alone under a heading of their own."""
    from .reduction import along

    order = {fact: place for place, fact in enumerate(comparison.order)}
    number = along(comparison.rows, {name: term.type for name, term in comparison.terms.items()})
    groups: dict[tuple[tuple[str, Piece], ...], list[Row]] = {}
    for row in comparison.rows:
        facts = sorted((fact for fact in row.box if fact != number), key=lambda fact: (order.get(fact, len(order)), fact))
        groups.setdefault(tuple((fact, row.box[fact]) for fact in facts), []).append(row)
    words = WORDS[lang]
    results = [words[each] for each in ("before", "after", "difference", "share")]
    first = heading(number, comparison.terms, lang) if number is not None else ""
    for others, rows in groups.items():
        told = [_supposed(fact, piece, comparison.terms, lang) for fact, piece in others]
        if len(rows) == 1 and (number is None or number not in rows[0].box):
            before, after, *change = result(rows[0], lang)
            by = f" ({', '.join(each for each in change if each)})" if any(change) else ""
            everywhere = words["so given" if comparison.given else "everywhere"]
            yield f"{', '.join(told) or everywhere}: {before} → {after}{by}"
        else:
            assert number is not None
            body = [[cell(row, number, comparison.terms, lang), *result(row, lang)] for row in rows]
            yield from [", ".join(told)] if told else []
            yield from (f"  {line}" for line in table([first, *results], body, 1))
        yield ""


def _supposed(fact: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What a heading supposes of a fact."""
    from ..explain.say import fact_text

    if isinstance(piece, frozenset) and len(piece) == 1:
        return fact_text(fact, next(iter(piece)), terms, lang)
    return piece_said(fact, piece, terms, lang)


def cell(row: Row, fact: str, terms: Terms, lang: str) -> str:
    """What a row supposes of a fact, without its name."""
    piece = row.box.get(fact)
    return piece_words(fact, piece, terms, lang) if piece is not None else ""


def piece_words(fact: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What is supposed of a fact, as it stands in a column of that fact."""
    term = terms[fact]
    match piece:
        case Range(least, most):
            ends = [said(from_number(each, term.type), term, lang) for each in (least, most)]
        case Stretch(least, most):
            ends = [write_number(each, lang) for each in (least, most)]
        case frozenset() if len(piece) == 1:
            (value,) = piece
            return WORDS[lang]["yes" if value else "no"] if isinstance(value, bool) else said(value, term, lang)
        case _:
            return piece_said(fact, piece, terms, lang)
    return ends[0] if ends[0] == ends[1] else WORDS[lang]["from to"].format(least=ends[0], most=ends[1])


def result(row: Row, lang: str) -> list[str]:
    """Both answers, the difference and its share."""
    before, after = (side_text(side, lang) for side in row.sides)
    return [before, after, signed(row.difference, lang), percent(row.share, lang, sign=True)]


def side_text(side: Side, lang: str) -> str:
    """What one law says."""
    if side.kind == "answered" and side.value is not None:
        return value_text(side.value, lang)
    return WORDS[lang][side.kind]


def value_text(value: Value, lang: str) -> str:
    """A value without its unit."""
    if isinstance(value, bool):
        return WORDS[lang]["yes" if value else "no"]
    return write_day(value, lang) if isinstance(value, date) else written(value, lang)


def signed(number: int | Fraction | None, lang: str) -> str:
    """A difference with its sign."""
    if number is None:
        return ""
    return ("−" if number < 0 else "+" if number > 0 else "") + write_number(-number if number < 0 else number, lang)


def percent(share: Fraction | None, lang: str, *, sign: bool = False) -> str:
    """A share in hundredths, to two decimals."""
    if share is None:
        return ""
    number = rounded(abs(share) * 100, "half up", Fraction(1, 100))
    return f"{signed(-number if share < 0 else number, lang) if sign else write_number(number, lang)} %"


def heading(term: str, terms: Terms, lang: str) -> str:
    """The name of a term at the head of a column."""
    name = terms[term].name(lang) if term in terms else term
    return name[:1].upper() + name[1:]


def cited(citations: Sequence[Citation], lang: str) -> str:
    """Provisions, once each."""
    return "; ".join(dict.fromkeys(each.text(lang) for each in citations))


def table(head: Sequence[str], body: Sequence[Sequence[str]], texts: int) -> list[str]:
    """Rows under a heading, columns apart by two blanks; the first *texts* columns stand to the left, numbers to the right."""
    widths = [max(map(width, column)) for column in zip(head, *body, strict=True)]

    def line(cells: Sequence[str]) -> str:
        return "  ".join(padded(text, size, right=place >= texts) for place, (text, size) in enumerate(zip(cells, widths, strict=True))).rstrip()

    return [line(head), "  ".join("─" * size for size in widths), *map(line, body)]


def padded(text: str, size: int, *, right: bool) -> str:
    """*text* filled up with blanks to *size*."""
    blanks = " " * (size - width(text))
    return blanks + text if right else text + blanks


def width(text: str) -> int:
    """How many columns of a terminal *text* takes."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


# ------------------------------------------------------------------ reductions


def reduction_text(report: Report, lang: str) -> str:
    """A report on a declared reduction, unit by unit."""
    words, terms = WORDS[lang], report.comparison.terms
    head = words["reduction"].format(
        name=heading(report.term, terms, lang),
        declared=declared(report.least, report.most, lang),
        place=report.citation.text(lang),
        instrument=report.instrument.text(lang) if report.instrument else "–",
        on=write_day(report.comparison.days[1], lang),
    )
    lines = [head]
    for each in report.measured:
        lines += ["", unit(each, terms, lang)]
        lines += [f"  {words[name]}: {cut_text(each, getattr(each, name), terms, lang)}" for name in ("least", "most")]
        parts = {name: intervals(getattr(each, name), each.fact, terms, lang) for name in ("holds", "below", "above", "open")}
        lines += [f"  {words[name]}: {text}" for name, text in parts.items() if text != words["nowhere"]]
        if each.fact is None:
            lines.append(f"  {words[_verdict(each, report)]}")
    return "\n".join(lines)


def _verdict(measured: Measured, report: Report) -> str:
    """Where the one cut of a unit that hangs on no number lies to the declared shares."""
    from .reduction import judged

    return judged(measured.most.share, (report.least, False, report.most, False))


def declared(least: Fraction | None, most: Fraction | None, lang: str) -> str:
    """The shares declared."""
    form = "from to share" if least is not None and most is not None else "least share" if least is not None else "most share"
    return WORDS[lang][form].format(least=percent(least, lang), most=percent(most, lang))


def unit(measured: Measured, terms: Terms, lang: str) -> str:
    """Which units are measured."""

    def said(fact: str, value: When) -> str:
        piece = value if isinstance(value, frozenset) else only(value)
        return piece_said(fact, piece, terms, lang) if isinstance(value, bool | frozenset) else piece_words(fact, piece, terms, lang)

    flags = [fact for when in measured.whens for fact, value in when.items() if value is True]
    either = len(measured.whens) > 1 and len(flags) == len(measured.whens)
    shared = {fact: value for fact, value in measured.when.items() if not (either and isinstance(value, bool))}
    parts = [said(fact, value) for fact, value in shared.items()]
    if either:
        parts.append(WORDS[lang]["or"].join(said(fact, True) for fact in dict.fromkeys(flags)))
    text = ", ".join(parts) or WORDS[lang]["everywhere"]
    rest = () if either else measured.whens[1:]
    return "; ".join([text, *(", ".join(said(fact, value) for fact, value in when.items()) for when in rest)])


def cut_text(measured: Measured, cut: Cut, terms: Terms, lang: str) -> str:
    """A cut: its share, the numbers, and where it is."""
    found = measured.intervals(cut.share)
    where = f": {intervals(found, measured.fact, terms, lang)}" if found else ""
    return f"{percent(cut.share, lang)} ({write_number(cut.before, lang)} → {write_number(cut.after, lang)}{where})"


def intervals(found: Sequence[Interval], fact: str | None, terms: Terms, lang: str) -> str:
    """Intervals of a number, every one."""
    words = WORDS[lang]
    if not found or fact is None:
        return words["nowhere"]
    return ", ".join(interval(each, terms[fact], lang) for each in found)


def interval(ends: Interval, term: Term, lang: str) -> str:
    """An interval, both ends included; what reaches the end of the range is open there."""
    least, most = (value_text(each, lang) for each in ends)
    if isinstance(term.type, Number) and term.type.most is not None and ends[1] == term.type.most and ends[0] != ends[1]:
        return f"≥ {least}"
    return least if least == most else WORDS[lang]["from to"].format(least=least, most=most)

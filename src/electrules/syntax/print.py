"""As-written nodes into text of either surface, from the same table that the grammar comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from fractions import Fraction
from functools import cache

import attrs
from attrs import frozen

from ..source.citation import is_number
from ..source.text import fold_key
from ..values.number import write_number
from ..values.time import write_day
from . import written
from .leaves import LEAVES
from .lexicon import Lexicon, no_form, yes_form
from .places import SMALL_TO_LARGE, place_words
from .table import Keyword, Mark, Noise, Part, Pattern, Row, constructs
from .words import words_of

THAT, WHO = "that", "who"
"""The words of English that open a clause; after the first one its first condition alone is said as a clause, after the other one each."""
AUXILIARIES = frozenset({"is", "are", "has", "was", "lies"})


@frozen
class Line:
    """A printed line and the offsets of what it says in the file it came from (-1: nothing there)."""

    text: str
    start: int = -1


class Printer:
    """Prints the nodes of one surface."""

    def __init__(self, surface: str, lexicon: Lexicon) -> None:
        self.surface = surface
        self.lexicon = lexicon
        self.at = 1 if surface == "en" else 0

    # ------------------------------------------------------------- constructs

    def say(self, node: object, category: str, after_that: str = "") -> str:
        """*node* in words, where the grammar has *category*."""
        if category in LEAVES or isinstance(node, written.Word | written.Reference | date | time | str | Fraction):
            return self.leaf(node, category)
        if isinstance(node, written.DayOfWeek) and self.surface == "en":
            return self.row(node, category).capitalize()
        if isinstance(node, written.Is):
            return self.flag(node, after_that)
        if isinstance(node, written.IsNot):
            return no_form(self.lexicon.term(node.flag.id), self.surface)
        if isinstance(node, written.Matches | written.LiesIn) and len(node.members) > 1:
            return self.listed(node, category)
        if isinstance(node, written.Either):
            return self.grouped(self.either(node, after_that), category)
        if isinstance(node, written.Both):
            return self.grouped(self.row(node, "compound", after_that), category)
        return self.row(node, category, after_that)

    def row(self, node: object, category: str, after_that: str = "") -> str:
        pattern = self.pattern(node, category)
        words: list[str] = []
        that = after_that
        for element in pattern.elements:
            if isinstance(element, Keyword):
                words.append(element.words)
            elif isinstance(element, Mark):
                words.append(element.sign)
            elif isinstance(element, Noise):
                words.append(f"{{{element.word}}}")
            else:
                words.append(self.once(words[-1] if words else "", self.part(node, element, that)))
            that = next((each for each in (THAT, WHO) if element in (Noise(each), Keyword(each))), "")
        return _joined(words)

    def once(self, before: str, text: str) -> str:
        """*text* without its first word where that ends what stands *before* and *text* is a name: "tổng số" and "số cử tri"."""
        first, _, rest = text.partition(" ")
        return rest if rest and before.endswith(f" {first}") and self.lexicon.names_term(text) else text

    def part(self, node: object, part: Part, after_that: str) -> str:
        value = _said(node, part.role)
        if isinstance(node, written.Quantity) and part.role == "unit":
            return self.unit(node)
        if part.category == "wording":
            return f'"{self.say(value, "replaceable")}"'
        if not part.least:
            if part.category == "quoted":
                assert isinstance(value, tuple)
                return self.quoted(value)
            if isinstance(value, tuple) and part.category != "references":
                value = value[0]
            return self.say(value, part.category, after_that)
        assert isinstance(value, tuple)
        each_that = after_that if after_that == WHO else ""  # "who is away and has a certificate": each part is said of who it is
        return self.separator(part.separator).join(self.say(each, part.category, each_that) for each in value)

    def separator(self, separator: Keyword | Mark | None) -> str:
        if isinstance(separator, Mark):
            return separator.sign + " "
        return f" {separator.words} " if separator else " "

    def pattern(self, node: object, category: str) -> Pattern:
        """The canonical pattern whose parts are exactly those that the node has."""
        for row in _rows(_made(node), category):
            given = dict(row.given)
            for pattern in _preferred(row, self.surface, self.holds(node)):
                roles = {part.role for part in pattern.parts}
                fits = _fits(node, given, roles) and self.verb_told(node, roles)
                if fits and all(_of_kind(_said(node, part.role), part.category) for part in pattern.parts):
                    return pattern
        raise LookupError(f"no pattern says {type(node).__name__} where {category} stands")

    def holds(self, node: object) -> frozenset[str]:
        """What `prefer` may name: the classes of the ends of a range, the type ranked by, or that there is one of what is counted."""
        if isinstance(node, written.Duration):
            return frozenset({"one"} if node.number == 1 else ())
        if isinstance(node, written.Extent):
            return frozenset({"one"} if node.count == 1 else ())
        if isinstance(node, written.RankedBy):
            return frozenset({type(self.lexicon.term(node.field.id).type).__name__})
        return frozenset(type(getattr(node, end, None)).__name__ for end in ("least", "most"))

    def verb_told(self, node: object, roles: set[str]) -> bool:
        """A step may leave out its verb where what it gains is counted in the unit of that one conclusion."""
        if not isinstance(node, written.Step) or "verb" in roles or node.verb is None:
            return True
        found = self.lexicon.conclusions_with_unit(node.gain.unit.id) if node.gain.unit else ()
        return node.verb.kind == "term" or [each.id for each in found] == [node.verb.id]

    # --------------------------------------------------------- conditions

    def flag(self, node: written.Is, after_that: str) -> str:
        term = self.lexicon.term(node.flag.id)
        if words_of(self.surface).noise and not after_that:  # "when mountainous", but "that is mountainous"
            return _lower(term.names[self.at][0])
        yes = yes_form(term, self.surface)
        return _lower(yes) if _named(yes, term.names[self.at]) else yes

    def either(self, node: written.Either, after_that: str) -> str:
        words: list[str] = []
        before: object = None
        for part in node.parts:
            leans = isinstance(part, written.Is) and isinstance(before, written.Is) and self.shares(before, part)
            if leans and isinstance(part, written.Is):
                words.append(_lower(self.lexicon.term(part.flag.id).names[self.at][0]))
            else:
                after_no = THAT if isinstance(before, written.IsNot) else ""
                words.append(self.say(part, "atom", after_that if not words or after_that == WHO else after_no))
            before = part
        return f" {_OR[self.surface]} ".join(words)

    def shares(self, before: written.Is, part: written.Is) -> bool:
        """Whether "thuộc miền núi hoặc vùng cao" may leave out the second "thuộc"."""
        heads = []
        for each in (before, part):
            term = self.lexicon.term(each.flag.id)
            head, _, rest = yes_form(term, self.surface).partition(" ")
            heads.append(head if rest.casefold() == term.names[self.at][0].casefold() else None)
        return heads[0] is not None and heads[0] == heads[1]

    def listed(self, node: written.Matches | written.LiesIn, category: str) -> str:
        first = attrs.evolve(node, members=node.members[:1])
        rest = (self.leaf(each, "member") for each in node.members[1:])
        return self.grouped(f" {_OR[self.surface]} ".join((self.row(first, "atom"), *rest)), category)

    def grouped(self, words: str, category: str) -> str:
        return f"({words})" if category == "atom" else words

    # ------------------------------------------------------------- leaves

    def leaf(self, node: object, category: str) -> str:
        if isinstance(node, written.Word):
            return self.form(node, category) if category in ("yes", "no") else self.word(node)
        if isinstance(node, tuple):
            return self.references(node)
        if isinstance(node, written.Reference):
            return self.reference(node)
        if category == "percent":
            assert isinstance(node, Fraction)
            return f"{write_number(node * 100, self.surface)} %"
        if category == "share":
            assert isinstance(node, Fraction)
            return f"{node.numerator}/{node.denominator}"
        if isinstance(node, Fraction | int):
            return write_number(Fraction(node), self.surface)
        if isinstance(node, date):
            return write_day(node, self.surface)
        if isinstance(node, time):
            return f"{node:%H:%M}"
        return f'"{node}"' if category == "string" else f"{node})" if category == "letter" else str(node)

    def word(self, word: written.Word) -> str:
        name = self.lexicon.names(word.kind, word.id, self.surface, word.of)[0]
        return _lower(name) if word.kind in ("term", "flag", "verb", "absent") else name

    def form(self, word: written.Word, category: str) -> str:
        """The words with which a yes/no term is said to be yes, or no."""
        term = self.lexicon.term(word.id)
        said = (yes_form if category == "yes" else no_form)(term, self.surface)
        return _lower(said) if _named(said, term.names[self.at]) else said

    def unit(self, quantity: written.Quantity) -> str:
        assert quantity.unit is not None
        names = self.lexicon.names("unit", quantity.unit.id, self.surface)
        return names[1] if len(names) > 1 and self.surface == "en" and quantity.number != 1 else names[0]

    def references(self, references: tuple[written.Reference, ...]) -> str:
        """One place, several that differ in their smallest part alone ("các điểm a, b và c khoản này"), or each in full."""
        words = place_words(self.surface)
        smallest = next((part for part in SMALL_TO_LARGE if getattr(references[0], part) is not None), None)
        alike = smallest is not None and len({_without(each, smallest) for each in references}) == 1
        values = [getattr(each, smallest) for each in references] if alike and smallest else []
        if len(references) == 1 or not alike or any(value in (None, "this") for value in values):
            return f" {words.and_} ".join(self.reference(each) for each in references)
        listed = f"{', '.join(values[:-1])} {words.and_} {values[-1]}"
        assert smallest is not None
        one = self.reference(references[0])
        name = one[: len(words.names[smallest])]
        head = f"{words.plurals[smallest]} {listed}"
        several = f"{next(iter(words.several))} " if words.several else ""
        return several + head + one[len(f"{name} {values[0]}") :]

    def reference(self, reference: written.Reference) -> str:
        """Small to large, as the law refers."""
        words = place_words(self.surface)
        said: list[str] = []
        for part in SMALL_TO_LARGE:
            value = getattr(reference, part)
            if value is None:
                continue
            name = words.names[part]
            if value == "this":
                said.append(f"{'of ' if said else ''}this {name}" if words.this_before else f"{name} {words.this}")
            else:
                name = name.capitalize() if part == "article" and not words.this_before else name
                said.append(f"{name} {value}")
        if reference.instrument:
            named = self.instrument(reference)
            before = words.instrument if said else "" if is_number(reference.instrument) else words_of(self.surface).words["instrument"]
            said.append(f"{before} {named}".lstrip())
        return " ".join(said)

    def instrument(self, reference: written.Reference) -> str:
        """The number of an instrument or, in quotation marks, its name, with its issuer where that is named."""
        assert reference.instrument is not None
        number = reference.instrument if is_number(reference.instrument) else f'"{reference.instrument}"'
        if reference.issuer is None:
            return number
        words = place_words(self.surface)
        issuer = self.word(reference.issuer)
        return " ".join((number, words.instrument, *sorted(words.articles)[:1], issuer))

    def heading(self, place: written.Reference) -> str:
        """Large to small, as a heading stands."""
        words = place_words(self.surface)
        return " ".join(f"{words.names[part]} {getattr(place, part)}" for part in reversed(SMALL_TO_LARGE) if getattr(place, part) is not None)

    # ------------------------------------------------------------ sentences

    def statement(self, statement: written.Statement, indent: str = "  ") -> Iterator[Line]:
        """The lines of a statement, each piece of a table on its own."""
        start = statement.span.start
        lines = list(self.laid_out(statement, indent))
        lines[0] = Line(indent + _capital(lines[0].text.strip()), start)
        if not lines[-1].text.endswith('"') or isinstance(statement, written.Table | written.ByReading):
            lines[-1] = Line(lines[-1].text + ".", lines[-1].start)
        yield from lines

    def laid_out(self, statement: written.Statement, indent: str) -> Iterator[Line]:
        if isinstance(statement, written.Replace | written.Insert):
            yield from self.act(statement, indent)
            return
        inner = statement.statement if isinstance(statement, written.ExceptionTo) else statement
        if isinstance(inner, written.Table) and (len(inner.pieces) > 1 or inner.subject is not None):
            text = self.say(statement, "statement")
            pieces = [self.say(each, "item") for each in inner.pieces]
            joined = "; ".join(pieces)
            at = text.rindex(joined)
            head, tail = text[:at].rstrip(), text[at + len(joined) :]
            deeper = indent + "  " if head else indent
            if head and len(pieces) == 1:
                yield Line(indent + text, statement.span.start)
                return
            if head:
                yield Line(indent + head, statement.span.start)
            for number, (piece, node) in enumerate(zip(pieces, inner.pieces, strict=True)):
                last = number == len(pieces) - 1
                yield Line(f"{deeper}{piece}{tail if last else ';'}", node.span.start)
            return
        yield Line(indent + self.say(statement, "statement"), statement.span.start)

    def act(self, act: written.Replace | written.Insert, indent: str) -> Iterator[Line]:
        simple = len(act.text) == 1 and isinstance(act.text[0], written.Table | written.Means | written.Deadline)
        head = self.act_head(act)
        if simple:
            lines = list(self.laid_out(act.text[0], indent + "  "))
            yield Line(indent + head, act.span.start)
            yield Line(indent + "  " + _capital(lines[0].text.strip()), lines[0].start)
            yield from lines[1:]
            return
        yield Line(f"{indent}{head}", act.span.start)
        lines = [line for each in act.text for line in self.statement(each, indent + "  ")]
        lines[0] = Line(f'{indent}  "{lines[0].text.strip()}', lines[0].start)
        lines[-1] = Line(f'{lines[-1].text}"', lines[-1].start)
        yield from lines

    def act_head(self, act: written.Replace | written.Insert) -> str:
        pattern = self.pattern(act, "statement")
        words = []
        for element in pattern.elements[:-1]:
            if isinstance(element, Part):
                words.append(self.say(getattr(act, element.role), element.category))
            elif isinstance(element, Keyword):
                words.append(element.words)
            elif isinstance(element, Mark):
                words.append(element.sign)
        return _joined(words)

    def quoted(self, statements: tuple[written.Statement, ...]) -> str:
        return '"' + " ".join(" ".join(line.text.strip() for line in self.statement(each)) for each in statements) + '"'


_OR = {"vi": "hoặc", "en": "or"}


@cache
def closure(category: str) -> tuple[str, ...]:
    """*category* and all that it passes through."""
    found = [category]
    for each in found:
        found += [passed for holder, passed in constructs().passes if holder == each and passed not in found]
    return tuple(found)


@cache
def _rows(makes: str, category: str) -> tuple[Row, ...]:
    inside = closure(category)
    names = {"Range": ("Exactly", "Range"), "Bounded": ("Stated", "Bounded")}.get(makes, (makes,))
    return tuple(row for name in names for row in constructs().rows if row.makes == name and row.category in inside and not row.reads_only)


def _without(reference: written.Reference, part: str) -> tuple[str | None, ...]:
    """All that *reference* names but one part."""
    return tuple(None if each == part else getattr(reference, each) for each in ("instrument", "issuer", *SMALL_TO_LARGE))


def _preferred(row: Row, surface: str, holds: frozenset[str]) -> tuple[Pattern, ...]:
    """The patterns of *row*, the one that sounds right for what the node *holds* first."""
    patterns = row.patterns(surface)
    for name, index in row.prefer:
        if index < len(patterns) and name in holds:
            return (patterns[index], *patterns)
    return patterns


def _said(node: object, role: str) -> object:
    """What stands in a part of the pattern that says *node*."""
    if isinstance(node, tuple):
        return node[1]
    if role == "value" and isinstance(node, written.Range):
        return node.least
    if role == "value" and isinstance(node, written.Bounded):
        return node.range.least
    return getattr(node, role)


def _made(node: object) -> str:
    return "pair" if isinstance(node, tuple) else type(node).__name__


def _fits(node: object, given: dict[str, object], roles: set[str]) -> bool:
    """Whether a pattern with these parts, and these fields said by its words, says the node and nothing else."""
    if isinstance(node, tuple):
        return given == {"op": node[0]}
    if isinstance(node, written.Chain) and not node.rest:
        return False
    if isinstance(node, written.Range) and roles == {"value"}:
        return node.least is not None and node.least == node.most and not node.over and not node.under
    if isinstance(node, written.Bounded) and "value" in roles:
        return ("term" in roles) == (node.term is not None)
    kind: type[attrs.AttrsInstance] = type(node)  # type: ignore[assignment]
    for field in attrs.fields(kind):
        if not field.eq or field.name in given:
            if field.name in given and given[field.name] != getattr(node, field.name):
                return False
            continue
        value = getattr(node, field.name)
        if isinstance(node, written.Case) and field.name == "name":  # stands in the heading
            continue
        if field.name == "verb":  # filled in where a surface leaves it out
            if "verb" in roles and (value is None or value.kind != "verb"):
                return False
            continue
        present = not (value is None or value is False or value in ((), ""))
        if present != (field.name in roles):
            return False
    return not (roles - {field.name for field in attrs.fields(kind)})


_OPERATIONS = {"addend": ("+", "-"), "multiplier": ("*", "/", "each")}
_NODES: dict[str, tuple[type, ...]] = {
    "award": (written.Award,),
    "nothing": (written.Absent,),
    "plain": (written.Table, written.Means, written.Deadline),
    "notread": (written.SilenceSaid,),
}
_KINDS = {"term": "term", "flag": "flag", "verb": "verb", "member": "member", "body": "body", "authority": "authority", "absent": "absent"}


def _of_kind(value: object, category: str) -> bool:
    """Whether a word is of the kind that a leaf category takes; True of all that is no word."""
    if category in _NODES:
        return isinstance(value, _NODES[category])
    first = value[0] if isinstance(value, tuple) and value else value
    if isinstance(first, tuple):  # an operation and its value
        return first[0] in _OPERATIONS[category]
    return not isinstance(first, written.Word) or category not in _KINDS or first.kind == _KINDS[category]


def _named(form: str, names: tuple[str, ...]) -> bool:
    """Whether *form* is one of the term's own names, whatever its case."""
    return fold_key(form) in map(fold_key, names)


def _joined(words: list[str]) -> str:
    text = " ".join(word for word in words if word)
    for sign in (":", ";", ",", "."):
        text = text.replace(f" {sign}", sign)
    return _noise(text.replace("( ", "(").replace(" )", ")"))


def _noise(text: str) -> str:
    """Words without meaning where they sound right: "a province that is mountainous"."""
    while "{a}" in text:
        before, _, after = text.partition("{a}")
        after = after.lstrip()
        article = "" if not after[:1].islower() else "an " if after[0] in "aeiou" else "a "
        text = f"{before}{article}{after}"
    text = text.replace("{the} ", "the ")
    while "{that}" in text:
        before, _, after = text.partition("{that}")
        after = after.lstrip()
        text = f"{before}{'that ' if after.split(' ', 1)[0] in AUXILIARIES else ''}{after}"
    return text


def _lower(name: str) -> str:
    """A declared name inside a sentence: its first letter small, unless the next is capital too or it stands alone."""
    return name[:1].lower() + name[1:] if len(name) > 1 and not name[1].isupper() else name


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

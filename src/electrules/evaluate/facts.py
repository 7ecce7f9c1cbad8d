"""Facts at the door: names in either language become terms, values become exact values of their types, or diagnostics.

All that is wrong is said at once. Nothing is guessed, rounded or defaulted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from numbers import Integral, Rational
from typing import TypeAlias

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..diagnostics.errors import FactErrors
from ..diagnostics.names import said_of_name
from ..diagnostics.unread import said_of
from ..limits import FIRST_DAY, LAST_DAY, MAGNITUDE, MENDED
from ..source.text import fold_key, nearest, nfc
from ..tree.nodes import Value
from ..tree.types import Clock, Day, ListOf, Moment, Number, OneOf, Picked, Term, Text, Type, YesNo
from ..values.number import exact, number_in_both, read_number, within_magnitude
from ..values.time import in_range, read_clock, read_iso
from ..values.unread import Unread
from .known import Known
from .people import Person, read_people
from .quote import shown
from .vocabulary import Vocabulary, names_of

Said: TypeAlias = tuple[str, str]
YES = frozenset(("yes", "true", "có"))
NO = frozenset(("no", "false", "không"))
_NUMBER = re.compile(r"(?P<number>[+-]?[0-9]{1,100}(?:/[0-9]{1,100}|\.[0-9]{1,100})?)(?: *(?P<unit>[^\W\d].*))?", re.DOTALL)
_NO_TERMS = Vocabulary((), {}, {}, {}, None, {})


def check_facts(terms: Iterable[Term] | Vocabulary, facts: Mapping[str, object], on: date | None = None, *, text_numbers: bool = False) -> Known:
    """*facts* by the ids of their terms, as exact values; raises `FactErrors` with all that is wrong.

    *text_numbers*: numbers and yes/no may come as text, where a file format forces it. The day asked *on* is itself a
    fact, for the term that is that day.
    """
    known, problems = read_facts(terms if isinstance(terms, Vocabulary) else Vocabulary.of(terms), facts, on, text_numbers=text_numbers)
    if problems:
        raise FactErrors(problems)
    return known


def read_facts(vocabulary: Vocabulary, facts: object, on: date | None = None, *, text_numbers: bool = False) -> tuple[Known, list[Diagnostic]]:
    """What can be read of *facts*, and all that is wrong with the rest."""
    reader = _Reader(vocabulary, text_numbers)
    if not isinstance(facts, Mapping):
        return Known(), [diagnose("ER0602", name="facts", value=shown(facts), wanted=("một bảng tên và giá trị", "a mapping of names to values"))]
    for name, given in facts.items():
        reader.take(name, given)
    reader.count(on)
    reader.compare()
    reader.bind()
    if vocabulary.event is not None and on is not None:
        reader.asked_on(vocabulary.event, on)
    reader.presume()
    return reader.known, reader.problems


def read_number_fact(type_: Number, name: str, given: object) -> tuple[int | Fraction | None, list[Diagnostic]]:
    """*given* as a number of *type_* by itself, or what is wrong with it."""
    reader = _Reader(_NO_TERMS, text_numbers=False)
    return reader.number(type_, name, given), reader.problems


class _Reader:
    """Scratch state of one reading; never leaves this file."""

    def __init__(self, vocabulary: Vocabulary, text_numbers: bool) -> None:
        self.vocabulary = vocabulary
        self.text_numbers = text_numbers
        self.known = Known()
        self.names: dict[str, str] = {}
        self.unlisted: list[tuple[Term, str]] = []
        self.listed: list[tuple[Term, str, list[object] | tuple[object, ...]]] = []
        self.problems: list[Diagnostic] = []

    def say(self, code: str, name: str, given: object = None, **data: str | Said) -> None:
        """Say *code* of the fact called *name*."""
        extra = {key: data.pop(key) for key in ("expected", "suggestion") if key in data}
        if given is not None:
            data["value"] = shown(given)
        self.problems.append(diagnose(code, fact=name, name=name, **extra, **data))  # type: ignore[arg-type]

    def mends(self) -> bool:
        """Whether what was meant is still sought: facts without number may be wrong, each in a hundred likely ways."""
        return len(self.problems) < MENDED

    def presume(self) -> None:
        """What is no unless it is said, and was not."""
        open_ = [term.id for term in self.vocabulary.presumed if term.id not in self.names]
        self.known.update(dict.fromkeys(open_, False))
        self.known.presumed = frozenset(open_)

    def take(self, name: object, given: object) -> None:
        """Read one fact."""
        term = self.vocabulary.find(name)
        if term is None and isinstance(name, str) and fold_key(name) in self.vocabulary.unused:
            return
        if term is None:
            self.unknown(name if isinstance(name, str) else shown(name))
            return
        assert isinstance(name, str)
        if term.role == "conclusion":
            self.say("ER0601", name, case="conclusion")
        elif term.id in self.names:
            self.say("ER0607", name, other=self.names[term.id])
        elif given is None and any(term.presumed):
            self.names[term.id] = name
            self.known.unknown |= {term.id}
        elif isinstance(term.type, Number) and term.type.unit and isinstance(given, (list, tuple)):
            self.names[term.id] = name
            self.listed.append((term, name, given))
        else:
            self.names[term.id] = name
            value = self.value(term.type, name, given, term)
            if value is not None:
                self.known[term.id] = value

    def unknown(self, name: str) -> None:
        """Say that nothing is called *name*, and what may have been meant."""
        takes = [term for term in self.vocabulary.terms if term.role != "conclusion"]
        near = nearest(name, (each for term in takes for names in term.names for each in names)) if self.mends() else ()
        self.problems.append(diagnose("ER0601", fact=shown(name), name=shown(name), expected=near, suggestion=near[0] if near else None))

    # ------------------------------------------------------------- one value

    def value(self, type_: Type, name: str, given: object, term: Term | None) -> Value | None:
        """*given* as a value of *type_*, or None after saying why not."""
        match type_:
            case YesNo():
                return self.yes_or_no(name, given)
            case Number():
                return self.number(type_, name, given)
            case Day():
                return self.day(name, given)
            case Clock():
                return self.clock(name, given)
            case Moment():
                self.say("ER0601", name, case="conclusion")  # a moment is always concluded
                return None
            case OneOf():
                return self.member(type_, name, given, term)
            case Text():
                return self.text(name, given)
            case ListOf():
                return self.records(type_, name, given)

    def yes_or_no(self, name: str, given: object) -> bool | None:
        if isinstance(given, bool):
            return given
        if self.text_numbers and isinstance(given, str):
            word = fold_key(given[:20])
            if word in YES or word in NO:
                return word in YES
        self.say("ER0602", name, given, case="yesno")
        return None

    def number(self, type_: Number, name: str, given: object) -> int | Fraction | None:
        if type(given) is int:
            value: int | Fraction | None = given if -MAGNITUDE < given < MAGNITUDE else None
        elif isinstance(given, bool):
            self.say("ER0604", name, given)
            return None
        elif isinstance(given, float):
            self.float(name, given)
            return None
        elif isinstance(given, str):
            value = self.number_text(type_, name, given)
            if value is None:
                return None
        elif isinstance(given, (Integral, Rational, Decimal)):
            value = exactly(given)
        else:
            self.say("ER0602", name, given, case="number")
            return None
        return self.bounded(type_, name, given, value)

    def bounded(self, type_: Number, name: str, given: object, value: int | Fraction | None) -> int | Fraction | None:
        """*value* if it lies in the range of *type_*; None stands for what is beyond all limits."""
        least, most = type_.least, type_.most
        if value is not None and type_.whole and value.denominator != 1:
            self.say("ER0605", name, given, case="whole")
        elif value is None or (least is not None and value < least) or (most is not None and value > most):
            case = "" if least is not None and most is not None else "least" if least is not None else "most"
            low, high = (number_in_both(-MAGNITUDE + 1 if least is None else least), number_in_both(MAGNITUDE - 1 if most is None else most))
            self.say("ER0605", name, given, least=low, most=high, **({"case": case} if case else {}))
        else:
            return value
        return None

    def float(self, name: str, given: float) -> None:
        """Refuse a binary float, with the exact form to write."""
        if given != given or given in (float("inf"), float("-inf")):
            self.say("ER0602", name, given, case="number")
            return
        form = str(int(given)) if given == int(given) and abs(given) < 2**53 else f'Decimal("{given!r}")'
        self.say("ER0603", name, given, suggestion=form)

    def number_text(self, type_: Number, name: str, given: str) -> int | Fraction | None:
        """A number written as text, where a file format forces it."""
        found = _NUMBER.fullmatch(given[:300].strip()) if self.text_numbers else None
        if found is None:
            self.say("ER0602", name, given, case="number")
            return None
        read = read_number(found["number"])
        if isinstance(read, Unread) and read.case == "both":  # "400.000" is four hundred thousand to some, four hundred to others
            self.problems.append(said_of(read, found["number"], fact=name))
            return None
        unit = found["unit"]
        counted = self.vocabulary.unit(type_.unit)
        if unit is not None and fold_key(unit) not in map(fold_key, (counted.id, *counted.vi, *counted.en)):
            self.say("ER0611", name, unit=unit, wanted=(counted.name("vi") or "–", counted.name("en") or "–"))
            return None
        try:
            return exact(Fraction(found["number"]))
        except ZeroDivisionError:
            self.say("ER0602", name, given, case="number")
            return None

    def day(self, name: str, given: object) -> date | None:
        day = read_iso(given) if isinstance(given, str) else given
        if not isinstance(day, date) or isinstance(day, datetime):
            self.say("ER0612", name, given)
            return None
        if not in_range(day):
            self.say("ER0612", name, given, case="range", least=FIRST_DAY.isoformat(), most=LAST_DAY.isoformat())
            return None
        return day

    def clock(self, name: str, given: object) -> time | None:
        at = read_clock(given) if isinstance(given, str) else given
        if not isinstance(at, time) or at.tzinfo is not None or at.second or at.microsecond:
            self.say("ER0612", name, given, case="clock")
            return None
        return at

    def text(self, name: str, given: object) -> str | None:
        if not isinstance(given, str):
            self.say("ER0602", name, given, case="text")
        elif (odd := said_of_name(given, name)) is not None:
            self.problems.append(odd)
        else:
            return nfc(given)
        return None

    def member(self, type_: OneOf, name: str, given: object, term: Term | None) -> str | None:
        if not isinstance(given, str):
            self.say("ER0602", name, given, case="text")
            return None
        names = self.vocabulary.members.get(term.id) if term is not None else names_of(type_.members)
        names = names or {}
        found = names.get(given) or names.get(fold_key(given))
        if found is None and type_.binding is not None and term is not None:
            self.unlisted.append((term, given))
        elif found is None:
            self.not_on_list(type_, name, given)
        return found

    def not_on_list(self, type_: OneOf, name: str, given: str) -> None:
        near = nearest(given, (each for member in type_.members for each in (*member.vi, *member.en))) if self.mends() else ()
        self.problems.append(diagnose("ER0606", fact=name, name=name, value=shown(given), expected=near, suggestion=near[0] if near else None))

    def records(self, type_: ListOf, name: str, given: object) -> tuple[Value, ...] | None:
        if isinstance(given, str) or not isinstance(given, (list, tuple)):
            self.say("ER0602", name, given, case="records")
            return None
        count = len(self.problems)
        found = tuple(self.record(type_, f"{name}[{place}]", each) for place, each in enumerate(given))
        return found if len(self.problems) == count else None

    def record(self, type_: ListOf, name: str, given: object) -> tuple[tuple[str, Value | None], ...]:
        """One record as its fields in the order declared; a field that is left out is None."""
        if not isinstance(given, Mapping):
            self.say("ER0602", name, given, case="records")
            return ()
        fields = {fold_key(each): (each, of) for each, of in type_.of.fields}
        values: dict[str, Value | None] = {each: None for each, _ in type_.of.fields}
        named: dict[str, str] = {}
        for key, each in given.items():
            field_ = fields.get(fold_key(key)) if isinstance(key, str) else None
            if field_ is None:
                near = nearest(key, fields) if isinstance(key, str) and self.mends() else ()
                self.problems.append(
                    diagnose("ER0601", fact=f"{name}.{key}", name=f"{name}.{shown(key)}", expected=near, suggestion=near[0] if near else None)
                )
            elif field_[0] in named:
                self.say("ER0607", f"{name}.{key}", other=f"{name}.{named[field_[0]]}")
            else:
                named[field_[0]] = key
                values[field_[0]] = self.value(field_[1], f"{name}.{key}", each, None)
        return tuple(values.items())

    # ------------------------------------------ counts given as those counted

    def count(self, on: date | None) -> None:
        """Records given for a count are their number; what they are is counted, and must agree with what is said of it."""
        for term, name, given in self.listed:
            assert isinstance(term.type, Number)
            number = self.bounded(term.type, name, len(given), len(given))
            if number is None:
                continue  # too many to be looked at one by one
            read = read_people(term, name, given, self.vocabulary.parts.get(term.id, {}))
            self.problems += read.problems
            if read.problems:
                continue
            self.known[term.id] = number
            for part, held in read.held.items():
                self.agree(part, held, name)
            self.pick(self.vocabulary.picked.get(term.id, ()), name, read.persons, on)

    def pick(self, parts: tuple[Term, ...], whole: str, persons: tuple[Person, ...], on: date | None) -> None:
        """How many *persons* are such as each of the *parts* counts; not known where somebody does not say."""
        said: dict[str, list[Value | None]] = {}
        for part in parts:
            picked = part.whose
            of = self.vocabulary.find(picked.field) if picked is not None else None
            if picked is None or of is None or any(picked.field not in each for each in persons):
                continue
            if picked.field not in said:
                at = [f"{whole}[{place}].{picked.field}" for place in range(len(persons))]
                said[picked.field] = [self.value(of.type, name, each[picked.field], of) for name, each in zip(at, persons, strict=True)]
            values = said[picked.field]
            if None not in values and not (isinstance(of.type, Day) and on is None):
                self.agree(part.id, sum(_is_such(each, picked, on) for each in values), whole)

    def agree(self, part: str, held: int, whole: str) -> None:
        """*part* is as many as the records given for *whole* hold; another number said of it is refused."""
        if part not in self.names:
            self.known[part] = held
        elif part in self.known and self.known[part] != held:
            self.say("ER0621", self.names[part], self.known[part], whole=whole, counted=str(held))

    def compare(self) -> None:
        """Of those counted no more can be so than there are."""
        listed = {term.id for term, _, _ in self.listed}  # whose parts were counted
        for whole, parts in self.vocabulary.picked.items():
            most = self.known.get(whole) if whole not in listed else None
            for part in parts:
                counted = self.known.get(part.id)
                if isinstance(most, int | Fraction) and isinstance(counted, int | Fraction) and counted > most and part.id in self.names:
                    self.say("ER0621", self.names[part.id], counted, whole=self.names[whole], counted=str(most), case="more")

    # ----------------------------------------------- facts that hang together

    def bind(self) -> None:
        """Refuse names that are not on a list that binds, or may bind; of what it does not bind any name is free and unused."""
        for term, given in self.unlisted:
            assert isinstance(term.type, OneOf)
            assert term.type.binding is not None
            kind, members = term.type.binding
            if kind not in self.known and kind in self.names.keys() - self.known.unknown:
                continue  # wrong itself, and said
            if kind not in self.known or self.known[kind] in members:
                self.not_on_list(term.type, self.names[term.id], given)

    def asked_on(self, event: Term, on: date) -> None:
        """The day asked `on` is known; another one is refused."""
        given = self.known.get(event.id)
        if given is not None and given != on:
            self.say("ER0608", self.names[event.id], given, on=on.isoformat())
        if event.id not in self.names:
            self.known.day = event.id
        self.known[event.id] = on


def exactly(given: object) -> int | Fraction | None:
    """An exact number of any class as int or Fraction; None beyond all limits."""
    if isinstance(given, Decimal):
        return exact(given)
    number = int(given) if isinstance(given, Integral) else Fraction(given.numerator, given.denominator)  # type: ignore[attr-defined]
    return exact(number) if within_magnitude(number) else None


def _is_such(value: Value | None, picked: Picked, on: date | None) -> bool:
    """Whether *value* is what those *picked* have; whoever was born on 29 February is a year older on 1 March."""
    if isinstance(value, date) and isinstance(picked.value, int) and on is not None:
        return (on.year - value.year - ((on.month, on.day) < (value.month, value.day))) < picked.value
    same = fold_key(value) == fold_key(str(picked.value)) if isinstance(value, str) else value == picked.value
    return same is picked.is_

"""Addresses name a place in an instrument; citations name it together with what amended it."""

from __future__ import annotations

import re

from attrs import evolve, field, fields, frozen

from ..languages import place_of

PARTS = ("annex", "article", "clause", "point", "paragraph", "sentence")
_WRITTEN = ("article", "clause", "point", "paragraph", "sentence", "annex")


@frozen(cache_hash=True)
class Address:
    """A place in the law: *instrument* by its number ("77/2015/QH13"), or an article, clause, point, paragraph, sentence or annex of it.

    An instrument whose number nobody knows is named by its title. Each part is its label as the law writes it, in text
    ("18", "b", "II"), or None where the place is no smaller. *namesake*: the names of the issuer (vi, en), where several
    instruments of the rulebook bear this number.
    """

    instrument: str
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    paragraph: str | None = None
    sentence: str | None = None
    annex: str | None = None
    namesake: tuple[str, str] | None = field(default=None, kw_only=True)

    @property
    def whole(self) -> Address:
        """The instrument."""
        return Address(self.instrument, namesake=self.namesake)

    @property
    def home(self) -> str:
        """A name of the instrument that no other has: its number and, where others bear it, its issuer."""
        return self.instrument if self.namesake is None else f"{self.instrument} {self.namesake[0]}"

    def within(self, other: Address) -> bool:
        """Whether this place is *other* or lies inside it."""
        if self.instrument != other.instrument or self.namesake != other.namesake:
            return False
        return all(getattr(other, part) in (None, getattr(self, part)) for part in PARTS)

    def cited(self, amended_by: tuple[Citation, ...] = (), issued_by: tuple[str, str] | None = None) -> Citation:
        """The place as it is cited, with what amended it and who issued the instrument."""
        return Citation(**{each.name: getattr(self, each.name) for each in fields(Address)}, amended_by=amended_by, issued_by=issued_by)

    def text(self, lang: str = "vi") -> str:
        """The place as the law refers to it in *lang* ("vi" or "en"), from small to large."""
        from .places import address_text

        return address_text(self, lang)

    @property
    def sort_key(self) -> tuple[object, ...]:
        """Sorts as the law is numbered: by instrument, then đ between d and e, 6a after 6, 10 after 9."""
        return (instrument_key(self.instrument), self.namesake or (), self.place_key)

    @property
    def place_key(self) -> tuple[tuple[tuple[int, str], ...], ...]:
        """Sorts places of one instrument: annexes after articles, the whole before its parts."""
        return tuple(label_key(getattr(self, part)) for part in PARTS)

    def __str__(self) -> str:
        return self.text()


@frozen(cache_hash=True)
class Citation(Address):
    """An address as an answer cites it, with the provisions whose acts wrote its present text (*amended_by*, the last act last).

    Equal whatever language it speaks; `str` gives it as the law refers to itself. *issued_by* are the names of the issuer
    of the instrument (vi, en), None in a citation that somebody typed.
    """

    amended_by: tuple[Citation, ...] = ()
    issued_by: tuple[str, str] | None = field(default=None, eq=False, repr=False, kw_only=True)
    lang: str = field(default="vi", eq=False, repr=False)

    @property
    def address(self) -> Address:
        """The bare place, without what amended it."""
        return Address(**{each.name: getattr(self, each.name) for each in fields(Address)})

    @property
    def issuer(self) -> str | None:
        """Who issued the instrument, in the reader's language; None where that is not known."""
        names = self.issued_by or self.namesake
        return names[place_of(self.lang)] if names else None

    @property
    def issuers(self) -> tuple[object, ...]:
        """The issuers of all that is cited, which equality does not look at."""
        return (self.issued_by, *(each.issuers for each in self.amended_by))

    def said_in(self, lang: str) -> Citation:
        """The same citation, whose `str` speaks *lang* ("vi" or "en")."""
        return evolve(self, lang=lang, amended_by=tuple(each.said_in(lang) for each in self.amended_by))

    def text(self, lang: str | None = None) -> str:
        """The place and what amended it, in *lang* (default: the reader's)."""
        from .places import citation_text

        return citation_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready: number and issuer, the parts of the place (None: not named) and, likewise, what amended it."""
        parts = {part: getattr(self, part) for part in ("instrument", "issuer", *_WRITTEN)}
        return {**parts, "amended_by": [each.to_dict() for each in self.amended_by]}


def is_number(instrument: str) -> bool:
    """Whether *instrument* is a number, and no name."""
    return NUMBER.fullmatch(instrument) is not None


NUMBER = re.compile(r"(?=[^\s,;]*[0-9])[^\s,;/]+(?:/[^\s,;/]+)+")
_ALPHABET = {letter: chr(ord("a") + rank) for rank, letter in enumerate("aăâbcdđeêghiklmnoôơpqrstuưvxy")}
_RUNS = re.compile(r"[0-9]+|[^0-9]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def label_key(label: str | None) -> tuple[tuple[int, str], ...]:
    """Sorts the numbers and letters of provisions: nothing, 1, 1a, 2, 10; a, b, c, d, đ, e; I, II, IV, IX."""
    if label is None:
        return ()
    low = label.lower()
    if label.isupper() and set(low) <= set(_ROMAN):
        return ((_roman(low), ""),)
    return tuple(
        (int(run[-30:]), "") if run[0] in "0123456789" else (-1, "".join(_ALPHABET.get(char, char) for char in run)) for run in _RUNS.findall(low)
    )


def instrument_key(instrument: str) -> tuple[tuple[int, str], ...]:
    """Sorts instruments by year, number and kind: 9/2001/A, 10/2001/B, 2/2002/A."""
    number, _, rest = instrument.partition("/")
    year, _, kind = rest.partition("/")
    if re.fullmatch(r"[0-9]{4}", year):
        return (*label_key(year), *label_key(number), (0, kind))
    return ((0, instrument),)


def _roman(text: str) -> int:
    values = [_ROMAN[char] for char in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))

"""Addresses and citations as text, written and read in both languages; the words stand in grammars/places.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..languages import LANGS, place_of
from ..limits import NAME_LENGTH
from ..resources import read_table
from .citation import NUMBER, PARTS, Address, Citation, is_number
from .text import folded, nfc

_LABELS = {
    "article": r"[0-9]+[a-zđ]{0,2}",
    "clause": r"[0-9]+[a-zđ]{0,2}",
    "point": r"[a-zđ]{1,2}[0-9]{0,2}|[0-9]+[a-zđ]?",
    "paragraph": r"[0-9]+",
    "sentence": r"[0-9]+",
    "annex": r"[ivxlc]+|[0-9]+[a-zđ]?|[a-zđ]",
}
_LABEL = "[0-9a-zđ]{1,12}"
_NUMBER = NUMBER.pattern
_NAME = '"[^"]{1,300}"'


# ------------------------------------------------------------------ writing


def address_text(address: Address, lang: str) -> str:
    """*address* as the law refers to it: "điểm b khoản 1 Điều 18 của …", "point b clause 1 article 18 of …"."""
    place, named = place_text(address, lang), instrument_text(address, lang)
    return f"{place} {_words('of', lang)} {named}" if place else named


def instrument_text(address: Address, lang: str) -> str:
    """The instrument of *address*: its number or, in quotation marks, its name, with its issuer where others bear it."""
    named = address.instrument if is_number(address.instrument) else f'"{address.instrument}"'
    if address.namesake is None:
        return named
    issuer = address.namesake[place_of(lang)]
    return f"{named} {_words('of', lang)} {_article(lang, issuer)}{issuer}"


def _article(lang: str, issuer: str) -> str:
    """What stands before the name of an issuer in *lang*."""
    the = _words("the", lang)
    return f"{the} " if the and not folded(issuer).startswith(f"{folded(the)} ") else ""


def place_text(address: Address, lang: str) -> str:
    """*address* without its instrument; "" for a whole instrument."""
    return " ".join(f"{_words(part, lang)} {label}" for part in reversed(PARTS) if (label := getattr(address, part)) is not None)


def citation_text(citation: Citation, lang: str) -> str:
    """*citation* with what amended it."""
    place = address_text(citation, lang)
    if not citation.amended_by:
        return place
    *first, last = (address_text(each, lang) for each in citation.amended_by)
    by = f"{', '.join(first)} {_words('and', lang)} {last}" if first else last
    return f"{place} {_words('amended', lang)} {by}"


def _words(name: str, lang: str) -> str:
    return read_table("grammars/places.toml")[name][lang]


# ------------------------------------------------------------------ reading


def read_address(text: str, lang: str | None = None) -> Address | None:
    """The place that *text* names, in *lang* or (None) in either language; None where it names none.

    Parts may run from small to large or from large to small; the instrument stands first or last.
    """
    whole = _clean(text)
    return next((found for each in _langs(lang) if whole and (found := _address(whole, each))), None)


def read_citation(text: str, lang: str | None = None) -> Citation | None:
    """The citation that *text* writes: a place, and what amended it; None where it writes none."""
    whole = _clean(text)
    return next((found for each in _langs(lang) if whole and (found := _citation(whole, each))), None)


def _langs(lang: str | None) -> tuple[str, ...]:
    return LANGS if lang is None else (lang,)


def _clean(text: str) -> str:
    if len(text) > 10 * NAME_LENGTH:
        return ""
    return " ".join(nfc(text).split()).rstrip(" .")


def _citation(text: str, lang: str) -> Citation | None:
    place, amended, rest = _parted(text, lang)
    found = _address(place, lang)
    if found is None:
        return None
    by = [_address(each, lang) for each in _listed(rest, lang)] if amended else []
    if amended and (not by or None in by):
        return None
    return found.cited(tuple(each.cited() for each in by if each is not None))


def _parted(text: str, lang: str) -> tuple[str, bool, str]:
    unquoted = re.sub(_NAME, lambda name: "_" * len(name[0]), folded(text))
    for name in ("amended", "amended_too"):
        words = f" {folded(_words(name, lang))} "
        at = unquoted.find(words)
        if at >= 0:
            return text[:at], True, text[at + len(words) :]
    return text, False, ""


def _listed(text: str, lang: str) -> Iterator[str]:
    """The places of a list; a comma or "and" inside the name of an issuer or an instrument parts none."""
    pieces = re.split(rf"(,| {re.escape(_words('and', lang))} )", text)
    found = pieces[0]
    for between, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if found.count('"') % 2 == 0 and _address(piece.strip(), lang) is not None:
            yield found.strip()
            found = piece
        else:
            found += between + piece
    if found.strip():
        yield found.strip()


def _address(text: str, lang: str) -> Address | None:
    first = _pattern(lang).fullmatch(text)
    if first is None:
        return None
    places = first["places"] or first["small_first"] or first["later"] or ""
    parts: dict[str, str] = {}
    for found in _part(lang).finditer(places):
        part = _part_names(lang)[folded(found[1])]
        label = found[2].upper() if part == "annex" and not found[2].isdigit() else found[2].lower()
        if part in parts or not re.fullmatch(_LABELS[part], label.lower()):
            return None
        parts[part] = label
    order = [PARTS.index(part) for part in parts]
    if order != sorted(order) and order != sorted(order, reverse=True):
        return None
    issuer = first["issuer"] or first["first_issuer"]
    return Address((first["named"] or first["last"] or first["first"]).strip('"'), **parts, namesake=(issuer, issuer) if issuer else None)


@cache
def _part_names(lang: str) -> dict[str, str]:
    return {folded(_words(part, lang)): part for part in PARTS}


@cache
def _part(lang: str) -> re.Pattern[str]:
    return re.compile(rf"({_names(lang)}) ({_LABEL})\b", re.IGNORECASE)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    places = rf"(?:(?:{_names(lang)}) {_LABEL}\b(?:,? |$))+"
    of, the = re.escape(_words("of", lang)), re.escape(_words("the", lang))
    by = rf" {of} (?:{the} )?" if the else f" {of} "
    return re.compile(
        rf"(?P<small_first>{places})?(?:{of} )?(?P<last>{_NUMBER}|{_NAME})(?:{by}(?P<issuer>[^;/\"]{{1,200}}))?"
        rf"|(?P<first>{_NUMBER}|{_NAME})(?:{by}(?P<first_issuer>[^;/\"]{{1,200}}?))?,? (?P<later>{places})"
        rf"|(?P<places>{places}){of} (?P<named>[^,;/]{{1,100}})",
        re.IGNORECASE,
    )


def _names(lang: str) -> str:
    return "|".join(map(re.escape, _part_names(lang)))

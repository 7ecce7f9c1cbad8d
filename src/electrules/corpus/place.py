"""Places as addresses: what a reference means where it stands, and the order in which places follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from ..languages import in_both
from ..source.citation import PARTS, Address
from ..syntax.written import Reference

Key: TypeAlias = tuple[object, ...]

_DIGITS = re.compile(r"[0-9]{0,9}")


def address_of(reference: Reference, here: Address) -> Address | None:
    """The place that *reference* means where it stands *here*; None where "this" speaks of a part that *here* lacks.

    The parts larger than those written are those of *here*, unless the reference names an instrument.
    """
    found: dict[str, str] = {}
    for part in PARTS:
        value = getattr(reference, part)
        if value == "this":
            value = getattr(here, part)
            if value is None:
                return None
        if value is not None:
            found[part] = value.lower()
    if found and reference.instrument in (None, "this"):
        first = 1 if "article" in found else 0  # an article is not looked for in the annex that speaks of it
        for part in PARTS[first : PARTS.index(next(iter(found)))]:
            value = getattr(here, part)
            if value is not None:
                found[part] = value
    if reference.instrument in (None, "this"):
        return _within(here, found)
    return _within(Address(str(reference.instrument)), found)


def _within(home: Address, parts: Mapping[str, str]) -> Address:
    """The place with these parts in the instrument of *home*."""
    annex, article, clause, point, paragraph, sentence = map(parts.get, PARTS)
    return Address(home.instrument, article, clause, point, paragraph, sentence, annex, namesake=home.namesake)


@lru_cache(maxsize=65536)
def around(address: Address) -> tuple[Address, ...]:
    """*address* and every place that it lies in, the instrument first; each place is the same object in all that it holds."""
    said = {part: value for part in PARTS if (value := getattr(address, part)) is not None}
    here = _within(address, said)
    if not said:
        return (here,)
    said.popitem()
    return (*around(_within(address, said)), here)


@lru_cache(maxsize=65536)
def order(address: Address) -> Key:
    """A key that sorts places by instrument and as an instrument prints them."""
    return address.sort_key


_SLUGS = {"annex": "annex", "article": "art", "clause": "cl", "point": "pt", "paragraph": "par", "sentence": "sen"}


@lru_cache(maxsize=65536)
def slug(address: Address) -> str:
    """*address* as one short word, for names that no reader sees."""
    return "/".join((address.home, *(f"{_SLUGS[part]}{value}" for part in PARTS if (value := getattr(address, part)) is not None)))


def spoken(address: Address) -> tuple[str, str]:
    """*address* in words, (vi, en)."""
    return in_both(address.text)


def nearest_place(wanted: Address, places: Iterable[Address]) -> Address | None:
    """The place among *places* that is most like *wanted*: same instrument, most parts in common, then nearest in order."""
    same = [each for each in places if each.home == wanted.home]
    if not same:
        return None
    return max(same, key=lambda each: (_shared(each, wanted), -abs(len(around(each)) - len(around(wanted))), -_apart(each, wanted)))


def _shared(a: Address, b: Address) -> int:
    return sum(getattr(a, part) == getattr(b, part) is not None for part in PARTS)


def _apart(a: Address, b: Address) -> int:
    return sum(abs(_number(x) - _number(y)) for part in PARTS if (x := getattr(a, part)) and (y := getattr(b, part)))


def _number(label: str) -> int:
    found = _DIGITS.match(label)
    return int(found[0]) if found and found[0] else 0

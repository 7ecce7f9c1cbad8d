"""Names as they are given: of terms and bodies in any writing, of days, of places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import FactErrors
from ..evaluate.quote import shown
from ..limits import FIRST_DAY, LAST_DAY
from ..source.citation import Address, Citation
from ..source.places import read_address
from ..source.text import fold_key, nearest
from ..syntax.lexicon import Lexicon
from ..tree.types import Term, Text
from ..values.time import read_iso

EVENT = ("conclusion", "fact")
"""The roles of what may happen: an event, or its actual day."""


class Terms(Mapping[str, Term]):
    """Every declared term, and the bodies, by all their names in either language and any writing."""

    def __init__(self, terms: Mapping[str, Term], lexicon: Lexicon, lang: str) -> None:
        bodies = {each.id: Term(each.id, (each.vi, each.en), "body", Text(), lang=lang) for each in lexicon.bodies.values()}
        self._terms = {**bodies, **terms}
        self._named = {fold_key(name): term for term in self._terms.values() for names in reversed(term.names) for name in (*names, term.id)}

    def __getitem__(self, name: str) -> Term:
        found = self._terms.get(name) or self._named.get(fold_key(name))
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def asked(self, name: object, *roles: str) -> Term:
        """The term called *name*, if it has one of *roles*; raises `FactErrors` with the nearest names."""
        given = name.id if isinstance(name, Term) else name
        found = self.get(given) if isinstance(given, str) else None
        if found is not None and found.role in roles:
            return found
        fitting = [each for term in self._terms.values() if term.role in roles for names in term.names for each in names]
        near = nearest(given, fitting) if isinstance(given, str) else ()
        case = "body" if roles == ("body",) else "event" if roles == EVENT else "asked" if "fact" not in roles else ""
        said = diagnose("ER0601", fact=shown(given), name=shown(given), expected=near, suggestion=near[0] if near else None, case=case)
        raise FactErrors([said])


def day(given: object, name: str) -> date:
    """A day given as a date or as ISO text; raises `FactErrors` for anything else."""
    found: object = read_iso(given.strip()) if isinstance(given, str) else given
    if isinstance(found, datetime) or not isinstance(found, date):
        raise FactErrors([diagnose("ER0612", fact=name, name=name, value=shown(given))])
    if not FIRST_DAY <= found <= LAST_DAY:
        raise FactErrors(
            [diagnose("ER0612", fact=name, name=name, value=found.isoformat(), case="range", least=FIRST_DAY.isoformat(), most=LAST_DAY.isoformat())]
        )
    return found


def place(given: object) -> Address:
    """A place given as an address, a citation or text; raises `FactErrors` where it names none."""
    if isinstance(given, Address):
        return given.address if isinstance(given, Citation) else given
    found = read_address(given) if isinstance(given, str) else None
    if found is None:
        raise FactErrors([diagnose("ER0401", place=shown(given))])
    return found

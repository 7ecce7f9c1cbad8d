"""Which clauses and points of an article are in the rule files, of those that the article has."""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from ..corpus.contents import Contents
from ..source.citation import Address
from ..source.places import place_text


@frozen
class Held:
    """Of one article: *count* clauses and points that are in the rule files, those *missing*, and those *begun*, of which only a paragraph is there.

    Not *known*: into what the article is divided is not said in the header of its instrument, so nothing can be counted.
    """

    known: bool = False
    count: int = 0
    missing: tuple[Address, ...] = ()
    begun: tuple[Address, ...] = ()

    def to_dict(self) -> dict[str, object] | None:
        """JSON-ready; None where nothing can be counted."""
        if not self.known:
            return None
        return {
            "held": self.count,
            "of": self.count + len(self.missing) + len(self.begun),
            "missing": [place_text(each, "en") for each in self.missing],
            "begun": [place_text(each, "en") for each in self.begun],
        }


def held(article: Address, contents: Contents | None, written: Collection[Address]) -> Held:
    """What the headings *written* in the files hold of *article*.

    A heading speaks of the whole of its place, unless places inside it have headings of their own: then only those are held.
    """
    if contents is None or contents.lacks(article) is not None or contents.inside(article) is None:
        return Held()
    count, missing, begun = 0, [], []
    pending = [article]
    while pending:
        place = pending.pop()
        inside = contents.inside(place) or ()
        deeper = any(each != place and each.within(place) for each in written)
        if inside and (deeper or place not in written):
            pending += reversed(inside)
        elif inside:
            count += _leaves(place, contents)
        elif place in written:
            count += 1
        elif deeper:
            begun.append(place)
        else:
            missing.append(place)
    return Held(True, count, tuple(missing), tuple(begun))


def _leaves(place: Address, contents: Contents) -> int:
    """How many clauses and points a place has that are divided no further."""
    inside = contents.inside(place) or ()
    return sum(_leaves(each, contents) for each in inside) if inside else 1

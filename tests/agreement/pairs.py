"""Which pairs of constructs have met: both bear on one asked question of one rulebook; and which construct at which door.

`just pairs` prints the table. A pair that cannot meet stands in `APART`, with the reason. `cover.txt` names rulebooks
among which every other pair meets: `just pairs --write` chooses them anew after a change of the draw.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from random import Random

from . import description as d
from .doors import Asked, doors_of, questions
from .draw import drawn

COVER = Path(__file__).parent / "cover.txt"
"""A rulebook a line: its seed and the constructs that it favours."""

APART: dict[frozenset[str], str] = {}
"""Pairs that cannot meet, each with the reason."""


def apart(reason: str, ones: str, others: str) -> None:
    """Say that none of some constructs can meet any of some others."""
    APART.update({frozenset((one, other)): reason for one in ones.split(", ") for other in others.split(", ")})


apart("a question knows all, some or none of the facts", "all facts", "some facts, no facts")
apart("a question knows all, some or none of the facts", "some facts", "no facts")
apart(
    "the oracle does not go through completions under constraints for findings",
    "constraint",
    "body, must, should, size, number of a body, so many only, these only, share of members",
)

SIBLINGS = {
    "kept alive": {"before that", "transition on an act"},
    "share of members": {"body"},
    "should": {"body"},
    "must": {"body"},
    "size": {"body"},
    "so many only": {"so many only", "body"},
    "these only": {"these only", "body"},
    "who may": {"who may", "means"},
    "several places": {"several places", "reword"},
    "number of a body": {"body"},
    "truth": {"conclusion used"},
    "reword twice": {"reword", "reword twice"},
    "transition": {"transition", "transition on an act"},
    "day of its own": {"commencement"},
}
"""What makes a construct likely where it has no name of its own in the draw."""

DATED = ("days", "months", "years", "working", "exactly", "latest", "within", "first", "last", "on", "counted")
"""How the names of what only deadlines have begin."""


class Met:
    """Scratch state: what has been met so far."""

    def __init__(self) -> None:
        self.pairs: Counter[frozenset[str]] = Counter()
        self.doors: Counter[tuple[str, str]] = Counter()
        self.constructs: Counter[str] = Counter()

    def note(self, door: str, constructs: frozenset[str]) -> None:
        """Note what bore on a question at a door."""
        self.constructs.update(constructs)
        self.doors.update((door, each) for each in constructs)
        self.pairs.update(frozenset(pair) for pair in combinations(sorted(constructs), 2))

    def hear(self, of: d.Description) -> None:
        """Note what bears on the questions of a rulebook; nothing is asked of the product."""
        asked = Asked(of, Path())
        for q in questions(of, asked.oracle, Random(of.seed), 6):
            for door, each in doors_of(asked, q, Random(of.seed)):
                self.note(door, asked.bearing(door, q.term if door == "calendar" else each.term, each))

    def unmet(self) -> Iterator[tuple[str, str]]:
        """The pairs that can meet and have not."""
        for one, other in combinations(sorted(self.constructs), 2):
            if not self.pairs[frozenset((one, other))] and frozenset((one, other)) not in APART:
                yield one, other


def favouring(*constructs: str) -> frozenset[str]:
    """What a rulebook favours so that these constructs meet."""
    dated = {"deadline"} if any(each.split()[0] in DATED for each in constructs) else set()
    used = {"conclusion used"} if dated or any("body" in SIBLINGS.get(each, ()) for each in constructs) else set()
    return frozenset({each for one in constructs for each in SIBLINGS.get(one, {one})} | dated | used)


def met(count: int, first: int = 0) -> tuple[Met, list[str]]:
    """What *count* rulebooks make meet, then as many again that favour the pairs not met yet; and those that met a pair first."""
    found, cover = Met(), []

    def one(seed: int, favour: frozenset[str]) -> None:
        before = len(found.pairs)
        found.hear(drawn(seed, favour=favour))
        if len(found.pairs) > before:
            cover.append(" | ".join((str(seed), *sorted(favour))))

    for seed in range(first, first + count):
        one(seed, frozenset())
    seed, left = first + count, count
    while left > 0 and (unmet := list(found.unmet())):
        for pair in unmet:
            if not found.pairs[frozenset(pair)]:
                one(seed, favouring(*pair))
                seed, left = seed + 1, left - 1
    return found, cover


def covering() -> Iterator[d.Description]:
    """The rulebooks of the cover."""
    for line in COVER.read_text(encoding="utf-8").splitlines():
        seed, *favour = line.split(" | ")
        yield drawn(int(seed), favour=frozenset(favour))


def table(found: Met) -> str:
    """Each construct with how often it bore on a question at each door, then the pairs least met, and those that cannot meet."""
    doors = sorted({door for door, _ in found.doors})
    lines = [f"{'':26}" + "".join(f"{door:>15}" for door in doors)]
    lines += [f"{each:26}" + "".join(f"{found.doors[door, each]:15,}" for door in doors) for each in sorted(found.constructs)]
    possible = [pair for pair in combinations(sorted(found.constructs), 2) if frozenset(pair) not in APART]
    unmet = list(found.unmet())
    rare = sorted(possible, key=lambda pair: found.pairs[frozenset(pair)])[: max(20, len(unmet))]
    lines += ["", f"{len(possible):,} pairs can meet; {len(unmet)} have not; the rarest:"]
    lines += [f"{found.pairs[frozenset(pair)]:8,}  {pair[0]} + {pair[1]}" for pair in rare]
    lines += ["cannot meet:", *(f"{'':10}{' + '.join(sorted(pair))}: {why}" for pair, why in sorted(APART.items(), key=lambda each: sorted(each[0])))]
    return "\n".join(lines)


def main(count: int, first: int, *, write: bool) -> int:
    """Print the table of *count* rulebooks and more, and write the cover anew where that is wanted; 1 where a pair has not met."""
    found, cover = met(count, first)
    print(table(found))
    if write:
        COVER.write_text("\n".join(cover) + "\n", encoding="utf-8")
    return 1 if any(found.unmet()) else 0


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    sys.exit(main(*(numbers + [4000, 0][len(numbers) :])[:2], write="--write" in sys.argv))

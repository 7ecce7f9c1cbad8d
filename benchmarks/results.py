"""Counts of 10,000 polling areas from CSV, with all checks and the law, beside a pass by hand with the same ifs."""

from __future__ import annotations

import csv
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import electrules
from electrules.elections import result
from electrules.elections.rows import counts_of, csv_rows

AREAS, SEATS, NAMES = 10_000, 3, ("A", "B", "C", "D", "E")
COUNTS = ("listed voters", "voters who voted", "ballots issued", "ballots collected", "valid ballots", "invalid ballots")


def written(path: Path) -> None:
    """The counts of polling areas, all in order."""
    draw = random.Random(1)  # noqa: S311  # the same counts on every run
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["body", "round", "seats", "area", *COUNTS, *(f"votes: {name}" for name in NAMES), *(f"born: {name}" for name in NAMES)])
        for area in range(AREAS):
            listed = draw.randint(500, 3_000)
            voted = listed - draw.randint(1, 200)
            valid = voted - draw.randint(0, 20)
            votes = [draw.randint(valid // 2, valid * 3 // 5) for _ in NAMES]
            born = [f"19{70 + place}-01-01" for place in range(len(NAMES))]
            row = ["National Assembly", "first", SEATS, f"area {area}", listed, voted, voted, voted, valid, voted - valid, *votes, *born]
            out.writerow(row)


def by_hand(path: Path) -> tuple[list[str], int]:
    """What a programmer would write for this file: the same ifs, no places, no citations, no law."""
    sums, votes, bad, seen = [0] * 6, [0] * len(NAMES), 0, set()
    with path.open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            numbers = [int(each) for each in row[4:10]]
            listed, voted, issued, collected, valid, invalid = numbers
            got = [int(each) for each in row[10 : 10 + len(NAMES)]]
            bad += not row[3] or row[3] in seen or any(each < 0 for each in numbers) or any(each < 0 for each in got) or not listed
            seen.add(row[3])
            bad += voted > listed or voted > issued or collected > issued or collected > voted or valid + invalid != collected
            bad += valid + invalid > voted or valid > collected or invalid > collected or valid > voted
            total = sum(got)
            bad += any(each > valid for each in got) or total > valid * SEATS or total < valid
            for place, each in enumerate(numbers):
                sums[place] += each
            for place, each in enumerate(got):
                votes[place] += each
    ranked = sorted((-each, name) for each, name in zip(votes, NAMES, strict=True) if 2 * each > sums[4])
    return [name for _, name in ranked[:SEATS]] if 2 * sums[1] > sums[0] and not bad else [], bad


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The median time of *work*."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


def main() -> None:
    """Print both times and their ratio."""
    law = electrules.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "areas.csv"
        written(path)

        def ours() -> list[str]:
            return list(result(law, counts_of(csv_rows(str(path))).given, on="2021-05-23").elected)

        assert ours() == by_hand(path)[0]
        mine, hand = seconds(ours), seconds(lambda: by_hand(path))
    print(f"{AREAS:,} polling areas: {mine:.3f} s, by hand {hand:.3f} s, {mine / hand:.1f} times (target: 60)")


if __name__ == "__main__":
    main()

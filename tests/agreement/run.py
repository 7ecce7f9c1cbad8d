"""`just agree COUNT SEED`: whole rulebooks at length, in two processes, with a bar and figures."""

from __future__ import annotations

import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from .doors import Asked, examined, shrunk, temporary
from .draw import drawn
from .known import AVOID
from .write import written

CHUNK = 100


def chunk(first: int, count: int) -> tuple[int, Counter[str], list[tuple[int, str]]]:
    """What *count* rulebooks from a seed on come to: how many, what was asked, the seeds that disagree."""
    asked: Counter[str] = Counter()
    bad: list[tuple[int, str]] = []
    with temporary() as folder:
        for seed in range(first, first + count):
            try:
                found = examined(drawn(seed, AVOID), Path(folder), met=lambda door, _: asked.update((door,)))
            except Exception as error:
                raise RuntimeError(f"seed {seed}") from error
            if found is not None:
                bad.append((seed, repr(found.kind)))
    return count, asked, bad


def report(seed: int, avoid: frozenset[str] = AVOID) -> str:
    """The disagreement of a seed in its smallest form, with the text."""
    with temporary() as folder:
        of = drawn(seed, avoid)
        first = examined(of, Path(folder))
        if first is None:
            return f"seed {seed}: no disagreement"
        of, found = shrunk(of, first, Path(folder))
        lang = Asked(of, Path(folder)).lang
        return f"seed {seed}\n{found}\n\n" + "\n".join(written(of, lang))


def main(count: int, seed: int, processes: int = 2) -> int:
    """Ask *count* rulebooks from *seed* on; 1 where any disagrees."""
    began, done, asked = time.monotonic(), 0, Counter[str]()
    bad: list[tuple[int, str]] = []
    with ProcessPoolExecutor(processes) as pool:
        waiting = [pool.submit(chunk, first, min(CHUNK, seed + count - first)) for first in range(seed, seed + count, CHUNK)]
        for each in as_completed(waiting):
            number, doors, found = each.result()
            done += number
            asked += doors
            bad += found
            took = time.monotonic() - began
            print(
                f"\r{'█' * (30 * done // count):30} {done:,}/{count:,} rulebooks, {sum(asked.values()):,} questions, {len(bad)} disagree, {done / took:.0f}/s",
                end="",
                file=sys.stderr,
            )
    print(file=sys.stderr)
    for door, number in asked.most_common():
        print(f"{door:16} {number:10,}")
    kinds = Counter(kind for _, kind in bad)
    first = {}
    for where, kind in sorted(bad):
        first.setdefault(kind, where)
    for kind, number in kinds.most_common():
        print(f"\n{number} × {kind}, the first: {report(first[kind])}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0))

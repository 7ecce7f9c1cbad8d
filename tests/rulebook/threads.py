"""Threads that share one rulebook: random questions on random days, each of which is answered as it was before.

`python tests/rulebook/threads.py [SECONDS]` does so with the law that ships, and says how much memory it took on the way.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from threading import Lock, Thread

from attrs import define, field

from electrules import FactErrors, Rulebook, load
from electrules.tree.types import Number, OneOf, Term, YesNo

THREADS = 8
REMEMBERED = 2_000
"""Questions that are asked again, by whichever thread."""

FIRST, DAYS = date(2016, 1, 1), 10_000


@define
class Sharing:
    """What became of the questions: how many, those answered in two ways, what was raised, and the memory (kB) over time."""

    asked: int = 0
    again: int = 0
    wrong: list[object] = field(factory=list)
    raised: list[BaseException] = field(factory=list)
    memory: list[int] = field(factory=list)


def share(law: Rulebook, seconds: float, seed: int = 0, tell: Callable[[Sharing], object] | None = None) -> Sharing:
    """Ask *law* in `THREADS` threads for some *seconds*."""
    found, lock = Sharing(), Lock()
    said: list[tuple[tuple[object, ...], object]] = []
    terms = sorted((each for each in law.terms.values() if each.role in ("conclusion", "body")), key=lambda each: each.id)
    end = time.monotonic() + seconds

    def work(random: Random) -> None:
        while time.monotonic() < end and not found.raised:
            try:
                with lock:
                    before = random.choice(said) if said and random.random() < 0.3 else None
                question = before[0] if before is not None else drawn(law, terms, random)
                answer = asked(law, *question)  # type: ignore[arg-type]
            except BaseException as error:  # whatever it is, it is what is looked for
                found.raised.append(error)
                return
            with lock:
                found.asked += 1
                if before is None:
                    said.insert(random.randrange(len(said) + 1), (question, answer))
                    del said[REMEMBERED:]
                else:
                    found.again += 1
                    if answer != before[1]:
                        found.wrong.append((question, before[1], answer))

    threads = [Thread(target=work, args=(Random(f"{seed} {place}"),)) for place in range(THREADS)]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # as often as can be: what two threads may do to each other, they do
    try:
        for each in threads:
            each.start()
        for each in threads:
            while each.is_alive():
                each.join(max(seconds / 20, 0.1))
                found.memory.append(resident())
                if tell is not None:
                    tell(found)
    finally:
        sys.setswitchinterval(before)
    return found


def asked(law: Rulebook, term: str, facts: dict[str, object], on: date, known: date | None) -> object:
    """What *law* says, or that it refuses the facts."""
    try:
        if law.terms[term].role == "body":
            return tuple((each.requirement.name, each.outcome, each.ok) for each in law.assess(term, facts, on=on, known=known))
        answer = law.ask(term, facts, on=on, known=known)
        return answer.outcome, answer.value, answer.citations, tuple(each.id for each in answer.missing)
    except FactErrors as errors:
        return tuple(each.code for each in errors.diagnostics)


def drawn(law: Rulebook, terms: Sequence[Term], random: Random) -> tuple[object, ...]:
    """A question: a term, some facts, a day, and sometimes what was known."""
    term = random.choice(terms)
    on = FIRST + timedelta(days=random.randrange(DAYS))
    known = None if random.random() < 0.8 else FIRST + timedelta(days=random.randrange(DAYS))
    tree = law.requirements(term, on=on, known=known) if term.role == "body" else law.tree(term, on=on, known=known)
    facts = {
        each.id: value for each in tree.terms if each.role != "conclusion" and random.random() < 0.6 and (value := one_of(each, random)) is not None
    }
    return term.id, facts, on, known


def one_of(term: Term, random: Random) -> object:
    """A value of a term; None where it is left out."""
    match term.type:
        case YesNo():
            return random.random() < 0.5
        case OneOf(members):
            return random.choice(members).id
        case Number(least, most, _, _):
            return random.randint(
                int(least or 0), min(int(most or 10**7), 10 ** random.randint(1, 8)) if (most or 10) > (least or 0) else int(least or 0)
            )
        case _:
            return None


def resident() -> int:
    """The memory that this process holds, in kB."""
    for line in Path("/proc/self/status").read_text().splitlines() if Path("/proc/self/status").exists() else ():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def main() -> int:
    """Share the law that ships; 0 where nothing was raised, nothing contradicted and no memory lost."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 3_600.0
    law = load()
    found = share(law, seconds, int(time.time()), lambda here: print(f"{here.asked:,} questions, {here.memory[-1] // 1024} MB", flush=True))
    half = found.memory[len(found.memory) // 2 :]
    grown = half[-1] / half[0] if half and half[0] else 1.0
    print(
        f"{found.asked:,} questions in {seconds:,.0f} s, {found.again:,} of them asked again; {len(found.wrong)} answered otherwise; memory in the second half × {grown:.3f}"
    )
    for each in (*found.raised, *found.wrong[:5]):
        print(repr(each))
    return int(bool(found.raised or found.wrong) or grown > 1.1)


if __name__ == "__main__":
    raise SystemExit(main())

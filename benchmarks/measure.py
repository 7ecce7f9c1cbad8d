"""Every figure of README.md, measured once."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median

import electrules
from electrules.evaluate.cases import cases

ON = "2021-05-23"
UNIT = {"kind": "province", "population": 1_904_532, "mountainous": False, "highland": False}
HEAD = """language: English
vocabulary
  Hội đồng | Board: authority; rank 1.
  Dân số | population: whole number from 0 to 20,000,000; unit dân | person, people.
  Số ghế | places: conclusion, whole number from 0 to 500, unit ghế | place, places, says "được bầu" | "elects".
instrument 1/2000/QH1 "Made up": issued by Board on 2000-01-01; in force from 2000-01-02.
"""


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """The median time of *work*."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


def by_hand(facts: dict[str, object]) -> int:
    """What a programmer would write, with the checks that `ask` makes."""
    kinds = ("province", "centrally run city")
    if set(facts) - {"kind", "population", "mountainous", "highland"} or facts["kind"] not in kinds:
        raise ValueError(facts)
    people = facts["population"]
    if type(people) is not int or not 0 <= people <= 20_000_000:
        raise ValueError(facts)
    if facts["mountainous"] or facts["highland"]:
        return min(75, 50 + max(0, people - 500_000) // 50_000)
    return min(85, 50 + max(0, people - 1_000_000) // 70_000)


def made_up(count: int) -> str:
    """Rule text with *count* provisions."""
    rule = "\narticle {0}\n  When the population is exactly {0:,} people then elects {1} places.\n"
    rules = (rule.format(number, number % 400) for number in range(1, count + 1))
    return HEAD + "".join(rules)


def tell(name: str, value: str, target: str) -> None:
    print(f"{name:<58} {value:<22} target {target}", flush=True)


def forget() -> None:
    """Drop all that is remembered between loads."""
    from electrules.rulebook.elaboration import _SAID
    from electrules.syntax.cut import _CUT, _heading
    from electrules.syntax.parse import _READ

    for kept in (_CUT, _READ, _SAID):
        kept.clear()
    _heading.cache_clear()


def loading() -> None:
    for count in (100, 1_000, 5_000, 10_000):
        text = made_up(count)
        forget()
        taken = seconds(lambda text=text: electrules.load(text=text, base=None), 1)
        tell(f"load, {count:,} provisions", f"{taken:.2f} s, {taken / count * 1e6:.0f} us each", f"{0.2 + count * 400e-6:.2f} s")


def editing() -> None:
    """Reloads of 1,000 provisions, one of them edited each time: as long as before, or a line longer in the middle."""
    text = made_up(1_000)
    for name, old, new in (
        ("a number", "exactly 250 people", "exactly {} people"),
        ("a line longer, in the middle", "\narticle 500\n", "\n# edited {}\narticle 500\n"),
    ):
        electrules.load(text=text, base=None)
        edits = [text.replace(old, new.format(number), 1) for number in range(601, 608)]
        taken = []
        for each in edits:
            taken.append(seconds(lambda each=each: electrules.load(text=each, base=None), 1))
            electrules.load(text=text, base=None)
        tell(f"one of 1,000 provisions edited: {name}", f"{median(taken) * 1e3:.0f} ms", "50 ms")


def shared_by_hand(seats: int, weights: dict[str, int]) -> dict[str, int]:
    """Largest remainder as a programmer would write it, without a check."""
    total = sum(weights.values())
    found, rests = {}, []
    for name, weight in weights.items():
        found[name], rest = divmod(weight * seats, total)
        rests.append((-rest, name))
    rests.sort()
    for _, name in rests[: seats - sum(found.values())]:
        found[name] += 1
    return found


def awarded_by_hand(seats: int, weights: dict[str, int]) -> dict[str, int]:
    """D'Hondt likewise, a seat at a time."""
    found = dict.fromkeys(weights, 0)
    for _ in range(seats):
        best = next(iter(weights))
        for name, weight in weights.items():
            if weight * (found[best] + 1) > weights[best] * (found[name] + 1):
                best = name
        found[best] += 1
    return found


def distributing() -> None:
    """500 seats over 63 made-up units, and houses of many."""
    from electrules.elections import distribute
    from electrules.evaluate.distribute import METHODS

    units = {f"Đơn vị {number}": 300_000 + number * number * 2_003 for number in range(1, 64)}
    hands = {"largest remainder": shared_by_hand}
    for method in METHODS:
        hand = hands.get(method, awarded_by_hand)
        loop = seconds(lambda hand=hand: [hand(500, units) for _ in range(5)], 9) / 5
        ours = seconds(lambda method=method: [distribute(500, units, method=method, floor=3, floor_reading="base") for _ in range(20)], 9) / 20
        tell(f"500 seats over 63 units, {method}", f"{ours / loop:.2f} times ({ours * 1e6:.0f} us)", "20 times")
    for count in (1_000, 10_000, 100_000):
        many = {f"u{number}": number * number + 1 for number in range(count)}
        taken = seconds(lambda many=many, count=count: distribute(10 * count, many, method="sainte-laguë", floor=1, floor_reading="minimum"), 1)
        tell(f"Sainte-Laguë over {count:,} units", f"{taken * 1e6 / count:.0f} us each", "near-linear")


BODY = """language: English
vocabulary
  Hội đồng | Board: authority; rank 1.
  Ủy ban | committee: body.
  Thành viên | members: whole number from 0 to 1,000, unit thành viên | member, members.
  Chủ tịch | chair: whole number from 0 to 1,000, unit chủ tịch | chair, chairs.
  Phó chủ tịch | vice chairs: whole number from 0 to 1,000, unit phó chủ tịch | vice chair, vice chairs.
  Thư ký | secretary: whole number from 0 to 1,000, unit thư ký | secretary, secretaries.
  Ủy viên | commissioners: whole number from 0 to 1,000, unit ủy viên | commissioner, commissioners.
  Phụ nữ | women: whole number from 0 to 1,000, unit thành viên | member, members.
instrument 1/2000/QH1 "Made up": issued by Board on 2000-01-01; in force from 2000-01-02.

article 1
  The committee has from 21 to 31 members consisting of: 1 chair; 1 vice chair or more, preferably 2 vice chairs;
  1 secretary or more; 3 commissioners or more.

article 2
  The committee: ensure at least 35 % of all members are women.
  The committee: women should be 3 members or more.
"""
MEMBERS = {"members": 25, "chair": 1, "vice chairs": 2, "secretary": 1, "commissioners": 20, "women": 9}


def assessed_by_hand(facts: dict[str, int]) -> list[tuple[bool, str]]:
    """The eight requirements of BODY as a programmer would write them, with the checks that `assess` makes."""
    if set(facts) - set(MEMBERS):
        raise ValueError(facts)
    for value in facts.values():
        if type(value) is not int or not 0 <= value <= 1_000:
            raise ValueError(facts)
    members, women, vice = facts["members"], facts["women"], facts["vice chairs"]
    return [
        (21 <= members <= 31, "1"),
        (facts["chair"] == 1, "1"),
        (vice >= 1, "1"),
        (vice >= 2, "1"),
        (facts["secretary"] >= 1, "1"),
        (facts["commissioners"] >= 3, "1"),
        (100 * women >= 35 * members, "2"),
        (women >= 3, "2"),
    ]


def assessing() -> None:
    """Eight requirements on a body."""
    law = electrules.load(text=BODY, base=None)
    assert [each.ok for each in law.assess("committee", MEMBERS, on=ON)] == [ok for ok, _ in assessed_by_hand(MEMBERS)]
    ours = seconds(lambda: [law.assess("committee", MEMBERS, on=ON) for _ in range(200)], 9) / 200
    hand = seconds(lambda: [assessed_by_hand(MEMBERS) for _ in range(10_000)], 9) / 10_000
    tell("assess of eight requirements against ifs by hand", f"{ours / hand:.0f} times ({ours * 1e6:.0f} us)", "200 times")


def counting_days(law: electrules.Rulebook) -> None:
    """The whole calendar of an election, and the list of dates that a programmer would write for it."""
    day = date.fromisoformat(ON)
    by_hand = [((each.first - day).days, each.event, each.actor, str(each.citation)) for each in law.calendar(day)]

    def hand() -> list[tuple[date, str, str, str]]:
        if day.isoweekday() != 7:
            raise ValueError(day)
        return sorted((day + timedelta(offset), event, actor, place) for offset, event, actor, place in by_hand)

    assert {each[:2] for each in hand()} == {(each.first, each.event) for each in law.calendar(day)}
    ours = seconds(lambda: [law.calendar(day) for _ in range(50)], 9) / 50
    theirs = seconds(lambda: [hand() for _ in range(5_000)], 9) / 5_000
    tell(f"calendar of {len(by_hand)} deadlines against a list by hand", f"{ours / theirs:.0f} times ({ours * 1e3:.2f} ms)", "200 times")


def main() -> None:
    law = electrules.load()
    tell("load, the shipped law", f"{seconds(electrules.load, 3):.2f} s for {len(law.provisions)}", "0.2 s + 400 us each")
    loading()
    editing()
    bare = seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    whole = seconds(lambda: subprocess.run([sys.executable, "-c", "import electrules"], check=True))
    tell("import against a bare interpreter", f"{whole / bare:.1f} times", "6 times")
    law.ask("seats", UNIT, on=ON)
    engine = seconds(lambda: [law.ask("seats", UNIT, on=ON).value for _ in range(500)], 9) / 500
    hand = seconds(lambda: [by_hand(UNIT) for _ in range(20_000)], 9) / 20_000
    tell("ask against a function by hand", f"{engine / hand:.0f} times ({engine * 1e6:.0f} us)", "200 times")
    days = iter([date(2021, 5, 24) + timedelta(number) for number in range(20)])
    tell("ask on a day not asked about before", f"{seconds(lambda: law.ask('seats', UNIT, on=next(days)).value, 20) * 1e3:.1f} ms", "–")
    tell("ask with nothing known", f"{seconds(lambda: law.ask('seats', {}, on=ON).missing, 3) * 1e3:.0f} ms", "200 ms")
    tree = law.tree("seats", on=ON)
    tell("walk over all cases", f"{seconds(lambda: cases(tree), 3) * 1e3:.0f} ms, {len(cases(tree).leaves)} leaves", "1 s")
    distributing()
    assessing()
    counting_days(law)
    tracemalloc.start()
    for people in range(1_000):
        law.ask("seats", {**UNIT, "population": people}, on=ON)
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    for people in range(100_000):
        law.ask("seats", {**UNIT, "population": people}, on=ON)
    gc.collect()
    tell("memory grown over 100,000 questions", f"{(tracemalloc.get_traced_memory()[0] - before) / 1024:.0f} KiB", "none")


if __name__ == "__main__":
    main()

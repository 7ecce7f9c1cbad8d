"""Whole rulebooks at random, from a seed: few places and few terms, so that what is drawn meets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations
from random import Random

from attrs import evolve

from . import description as d
from .oracle import NoWorld, Oracle, exists
from .refused import UNHEEDED, refused
from .text import ACTS, text

LAST = date(2024, 1, 1)

AUTHORITIES = (
    d.Term("National Assembly", "Quốc hội", "authority", rank=1),
    d.Term("Standing Committee", "Ủy ban Thường vụ", "authority", rank=2),
    d.Term("Government", "Chính phủ", "authority", rank=2),
    d.Term("Ministry", "Bộ", "authority", rank=3),
)
ENDINGS = {"National Assembly": "QH14", "Standing Committee": "UBTVQH14", "Government": "NĐ-CP", "Ministry": "TT-BNV"}

KINDS = (d.Member("province", "tỉnh"), d.Member("commune", "xã"), d.Member("ward", "phường"), d.Member("town", "thị xã"))
FACTS = (
    d.Term("mountainous", "miền núi", "flag", says="is mountainous", says_vi="thuộc miền núi"),
    d.Term("island", "hải đảo", "flag", says="is an island", says_vi="thuộc hải đảo"),
    d.Term("population", "dân số", "number", least=0, most=6, unit="person", unit_vi="dân"),
    d.Term("officers on duty", "cán bộ trực", "number", least=0, most=2, unit="officer", unit_vi="cán bộ"),
    d.Term("day of registration", "ngày đăng ký", "day"),
)
ELECTION = d.Term("election day", "ngày bầu cử", "day asked")
SEATS = d.Term("seats", "số đại biểu", "number", concluded=True, least=0, most=90, unit="deputy", unit_vi="đại biểu", says="elects", says_vi="được bầu", nothing="there is no council", nothing_vi="không có Hội đồng")  # fmt: skip
BOARDS = d.Term("boards", "số ban", "number", concluded=True, least=0, most=90, unit="board", unit_vi="ban", says="sets up", says_vi="được lập", nothing="there is no board", nothing_vi="không lập ban nào")  # fmt: skip
VALID = d.Term("valid", "hợp lệ", "flag", concluded=True, says="is valid", says_vi="là hợp lệ")
EVENTS = (
    d.Term("making of the list", "lập danh sách", "event", concluded=True),
    d.Term("posting of the list", "niêm yết danh sách", "event", concluded=True),
    d.Term("first session", "kỳ họp thứ nhất", "event", concluded=True),
)
"""An event may be counted from those before it."""
POSTED = d.Term("posted on", "ngày đã niêm yết", "actual day", of="posting of the list")
BODY = d.Term("election committee", "ủy ban bầu cử", "body")
MEMBERS = d.Term("members", "thành viên", "number", least=0, most=5, unit="member", unit_vi="thành viên", says="seat", says_vi="kết nạp")
WOMEN = d.Term("women", "phụ nữ", "number", least=0, most=5, unit="member", unit_vi="thành viên", says="invite", says_vi="mời")
MEETING = d.Term("way of meeting", "cách họp", "list", members=(d.Member("hall", "hội trường"), d.Member("network", "mạng"), d.Member("letter", "thư")), says="meet by", says_vi="họp bằng")  # fmt: skip
OFFICE = d.Term(
    "place of the office", "nơi đặt trụ sở", "list", members=(d.Member("commune", "xã"), d.Member("ward", "phường"), d.Member("market", "chợ"))
)
DECIDED = d.Term("decided seats", "số đại biểu được quyết định", "decision", of="seats")
SAID = ("exception", "blocker", "preference", "constraint", "unread text", "silence", "deadline", "body")
"""What a provision may say besides what it concludes."""
FAVOURED = (
    *SAID,
    "member with days",
    "word of two lists",
    "counted from the real day",
    "decision",
    "covered by",
    "there is a value",
    "scale",
    "means",
    "transition",
    "transition on an act",
    "before that",
    "commencement",
    "expiry",
    "reword",
    "reword twice",
    "condition on an event",
    "conclusion used",
    "only if",
    "who may",
    "so many only",
    "these only",
    "several places",
    "except",
    "working days",
    "several files",
)
"""Each rulebook favours two of these, so that their pairs meet sooner than chance would have it."""
DEPENDS = ("seats", "boards", "valid")
"""A conclusion may use those after it."""


class Draw:
    """One rulebook on its way."""

    def __init__(self, seed: int, avoid: frozenset[str] = frozenset(), favour: frozenset[str] = frozenset()) -> None:
        self.r = Random(seed)
        self.seed, self.avoid = seed, avoid
        self.favoured = (frozenset(self.r.sample(FAVOURED, 2)) | favour) - avoid
        self.facts: list[d.Term] = []
        self.concluded: list[d.Term] = []
        self.instruments: list[d.Instrument] = []
        self.places: list[d.Place] = []
        self.level: dict[d.Place, int] = {}
        self.bare: set[d.Place] = set()
        self.dated: dict[str, d.Place] = {}
        self.events: list[d.Term] = []
        self.counted: set[str] = set()
        self.bodies: list[d.Term] = []
        self.posted = False
        self.making: list[d.Instrument] = []
        self.here = d.Place("", 0)

    def chance(self, share: float) -> bool:
        return self.r.random() < share

    def may(self, construct: str, share: float) -> bool:
        """Whether to draw a construct that may be avoided, and is likely where it is favoured."""
        return construct not in self.avoid and self.chance(max(share, 0.75) if construct in self.favoured else share)

    # ----------------------------------------------------------------- all

    def description(self) -> d.Description:
        r = self.r
        members = tuple(sorted(r.sample(KINDS, r.choice((2, 3, 3, 4))), key=KINDS.index))
        if self.may("member with days", 0.25):
            at = r.randrange(len(members))
            days = {"since": self.day(3)} if self.chance(0.5) else {"until": self.day(3)}
            members = (*members[:at], evolve(members[at], **days), *members[at + 1 :])
        kind = d.Term("kind", "loại", "list", members=members)
        self.facts = [kind, *sorted(r.sample(FACTS, r.choice((1, 2, 2, 3))), key=FACTS.index)]
        if self.may("word of two lists", 0.2):
            self.facts.append(OFFICE)
        self.concluded = [
            SEATS,
            *(each for each in (BOARDS, VALID) if self.chance(0.9 if self.favoured & {"means", "only if", "who may", "conclusion used"} else 0.5)),
        ]
        dated = {"counted from the real day", "condition on an event", "working days"} & self.favoured
        self.events = (
            list(EVENTS[: 3 if "counted from the real day" in self.favoured else r.choice((1, 2, 3))])
            if self.may("deadline", 0.9 if dated else 0.25)
            else []
        )
        self.posted = len(self.events) > 1 and self.may("counted from the real day", 0.3)
        self.bodies = [BODY, MEMBERS, WOMEN, MEETING] if self.may("body", 0.9 if self.favoured & {"so many only", "these only"} else 0.2) else []
        more = (*self.events, *((POSTED,) if self.posted else ()), *self.bodies)
        terms = (*AUTHORITIES, *self.facts, ELECTION, *self.concluded, *((DECIDED,) if self.may("decision", 0.15) else ()), *more)
        if self.chance(0.3):
            terms = (*AUTHORITIES, *r.sample(terms[len(AUTHORITIES) :], len(terms) - len(AUTHORITIES)))
        self.terms = {each.id: each for each in terms}
        self.laws()
        files = 1 if not self.may("several files", 0.6) else r.choice((2, 3)) if len(self.instruments) > 1 else 2
        made = d.Description(terms, tuple(self.instruments), files, self.seed)
        return mended(made)

    def day(self, step: int = 1) -> date:
        """One of a few days, so that days meet."""
        return date(2020, 3, 1) + timedelta(days=100 * self.r.randrange(0, 10, step))

    def laws(self) -> None:
        r = self.r
        for number in range(r.choice((1, 2, 2, 3))):
            issuer = r.choice(("National Assembly", "National Assembly", "Standing Committee", "Government", "Ministry"))
            self.instrument(number + 1, issuer, self.original)
        for number in range(r.choice((0, 1, 1, 2))):
            self.instrument(number + 11, None, self.amending)

    def instrument(self, number: int, issuer: str | None, fill: object) -> None:
        r = self.r
        base = r.choice(self.instruments) if self.instruments else None
        amending = issuer is None
        if amending:
            ranks = [each.id for each in AUTHORITIES if each.rank <= self.terms[base.issuer].rank]
            issuer = base.issuer if self.chance(0.7) else r.choice(ranks)
        issued = self.day() if not amending else max(self.day(), base.issued)
        since = issued + timedelta(days=r.choice((0, 30, 30, 100)))
        if amending:
            since = max(since, base.since + timedelta(days=r.choice((0, 30, 100))))
        until = since + timedelta(days=r.choice((150, 300))) if not amending and self.may("expiry", 0.12) else None
        made = d.Instrument(f"{number}/{issued.year}/{ENDINGS[issuer]}", issuer, issued, since, until)
        self.making = [made]
        provisions = fill(made, base) if amending else fill(made)
        self.instruments.append(evolve(made, provisions=tuple(provisions)))

    # ------------------------------------------------------------ provisions

    def original(self, instrument: d.Instrument) -> list[d.Provision]:
        r, found = self.r, []
        for article in range(1, r.choice((2, 3, 4, 5)) + 1):
            clauses = (1, 2) if self.chance(0.2) else (0,)
            for clause in clauses:
                place = d.Place(instrument.number, article, clause)
                said = self.statements(place)
                if said:
                    found.append(d.Provision(place, tuple(said)))
                    self.places.append(place)
        if self.events:
            self.counting(instrument, found)
        if self.may("commencement", 0.15) and found:
            place = r.choice(found).place
            since = instrument.since + timedelta(days=r.choice((30, 100)))
            until = since + timedelta(days=200) if self.chance(0.3) else None
            found.append(d.Provision(d.Place(instrument.number, 8), (d.Commences((place,), since, until),)))
        if self.may("transition", 0.12) and found:
            plain = [each.place for each in found if not any(isinstance(s, (*ACTS, *UNHEEDED)) for s in each.statements)]
            place = r.choice(plain) if plain else None
            if place is not None:
                found.append(d.Provision(d.Place(instrument.number, 9), (d.OnlyWhen((place,), self.event()),)))
        return found

    def statements(self, place: d.Place) -> list[d.Said]:
        r = self.r
        self.here = place
        if place not in self.level:
            self.level[place] = r.randrange(len(self.concluded))
            if self.chance(0.2):
                self.bare.add(place)
        most = self.level[place]
        if self.bodies and place not in self.bare and self.chance(0.4):
            return [self.required()]
        if self.events and place not in self.bare and self.chance(0.4):
            event = r.choice(self.events)
            if "event dated twice" not in self.avoid or self.dated.setdefault(event.id, place) == place:
                return [self.deadline(event)]
        term = r.choice(self.concluded[: most + 1])
        said: list[d.Said] = []
        wanted = sorted(self.favoured.intersection(SAID))
        kind = r.choice(wanted) if wanted and self.chance(0.3) else r.choices(("", *SAID[:6], "principle"), (62, 12, 10, 5, 3, 3, 3, 3))[0]
        if not self.places or place in self.bare or kind in self.avoid:
            kind = ""
        match kind:
            case "exception":
                said.append(self.exception(term))
            case "blocker" if any(self.reaches(place, each) for each in self.places):
                target = self.reference(place)
                level = max(level for each, level in self.level.items() if target.holds(each))
                self.level[place] = max(self.level[place], level)
                said.append(d.Blocks((target,), self.condition(self.concluded[level].id)))
            case "preference" if len(self.places) > 1:
                under, over = sorted(r.sample(range(len(self.places)), 2))  # always this way round, so that nothing goes in a circle
                under, over = self.places[under], self.places[over]
                said.append(d.Prefers(over, under) if self.reaches(place, under) else d.Principle("rank"))
            case "principle":
                said.append(d.Principle(r.choice(("rank", "later"))))
            case "constraint" if not self.bodies:
                subject = (r.choice(self.facts[0].members).id,) if self.chance(0.4) else ()
                subject = () if OFFICE in self.facts else subject
                said.append(d.Always(self.fact_condition(0), subject))
            case "unread text":
                said.append(d.Silent(term.id, "unread", self.fact_condition(0)))
            case "silence":
                said.append(d.Silent(term.id, "meant", self.fact_condition(0)))
            case _:
                said.append(self.concluding(term))
        if self.chance(0.15) and isinstance(said[0], d.Table) and place not in self.bare:
            said.append(self.concluding(term))
        if self.chance(0.3):
            said.append(d.Note(r.choice(("official", "secondary", "unconfirmed"))))
        return said

    def required(self) -> d.Said:
        r = self.r
        choice = r.random()
        if choice < 0.3:
            return d.Has(BODY.id, self.count_range(MEMBERS))
        if choice < 0.8:
            term = r.choice((MEMBERS, WOMEN))
            when = None
            if self.events and self.may("condition on an event", 0.15):
                when = r.choice((d.Between(r.choice(self.events).id, self.day()), d.Between(r.choice(self.events).id, None, self.day(), under=True)))
            elif self.chance(0.5):
                when = self.condition("")
            if self.may("these only", 0.2):
                return d.OnlyThese(BODY.id, MEETING.id, tuple(each.id for each in r.sample(MEETING.members, r.choice((1, 2)))), when)
            if self.may("so many only", 0.2):
                return d.Must(BODY.id, d.Between(term.id, None, r.choice((1, 2, 3, 4))), "must", when, only=True)
            return d.Must(BODY.id, self.number_range(term, (1, 2, 3, 4)), r.choice(("must", "must", "should")), when)
        return d.Ensures(BODY.id, WOMEN.id, MEMBERS.id, *r.choice(((1, 2), (1, 3), (2, 3))), r.choice(("must", "should")))

    def count_range(self, term: d.Term) -> d.Between:
        low, high = sorted((self.r.choice((1, 2, 3, 4)), self.r.choice((1, 2, 3, 4))))
        return d.Between(term.id, low, high) if low < high else d.Between(term.id, low)

    def deadline(self, event: d.Term) -> d.Deadline:
        r = self.r
        earlier = EVENTS[: EVENTS.index(event)]
        days = [each.id for each in self.facts if each.kind == "day"]
        anchor = r.choice(("election day", "election day", *days, *(each.id for each in earlier if each in self.events)))
        if self.posted and POSTED.of in {each.id for each in earlier} and self.may("counted from the real day", 0):
            anchor = POSTED.of
        told = self.counted | ({POSTED.of} if self.posted else set())
        if anchor in {each.id for each in earlier} - told:  # counted from what nothing dates: refused
            anchor = "election day"
        happens = anchor == POSTED.of and self.posted and self.chance(0.5)
        bound = r.choice(("latest", "latest", "exactly", "within", "earliest"))
        unit = r.choice(("day", "day", "month", "year", *(("working day",) if self.may("working days", 1) else ())))
        count = r.choice((1, 2, 3, 10, 30)) if unit in ("day", "working day") else r.choice((1, 2))
        if bound in ("latest", "exactly", "earliest") and self.chance(0.1):
            count, unit = 0, "day"
        when, actor = None, ""
        if self.may("conclusion used", 0.5):
            actor = r.choice(AUTHORITIES).id
            when = self.condition("") if self.may("conclusion used", 0.5) else None
        if bound == "exactly" and "exactly, moved" in self.avoid:
            bound = "latest"
        back = self.chance(0.5)
        if bound == "within" and back and unit == "working day" and "window of working days" in self.avoid:
            back = False
        if bound != "earliest":
            self.counted.add(event.id)
        return d.Deadline(event.id, bound, count, unit, bool(count) and back, anchor, happens, when, actor)

    def counting(self, instrument: d.Instrument, found: list[d.Provision]) -> None:
        """How an instrument counts, and the days off."""
        r = self.r
        said: list[d.Said] = []
        if self.chance(0.3):
            said.append(d.Convention(r.choice(("out", *(("in",) if self.may("count the first day", 1) else ())))))
        if self.chance(0.3):
            said.append(d.Convention(r.choice(("stay", *(("next",) if self.may("last day moves", 1) else ())))))
        if self.chance(0.6) and not any(isinstance(s, d.Rest) for i in (*self.instruments,) for p in i.provisions for s in p.statements):
            said.append(d.Rest((6, 7)))
            for year in range(2017, 2030):
                if self.chance(0.93):
                    off = tuple(sorted({date(year, 1, 1), *(date(year, r.randrange(1, 13), r.randrange(1, 28)) for _ in range(2))}))
                    said.append(d.DaysOff(date(year, 1, 1), date(year, 12, 31), off))
        if said:
            found.append(d.Provision(d.Place(instrument.number, 7), tuple(said)))

    def reference(self, here: d.Place) -> d.Place:
        place = self.r.choice([each for each in self.places if self.reaches(here, each)] or self.places)
        wider = evolve(place, clause=0)
        return wider if place.clause and not wider.holds(here) and self.chance(0.3) else place

    def reaches(self, here: d.Place, there: d.Place) -> bool:
        """Whether law at *here* may touch what stands at *there*: never what is of higher rank."""
        return self.rank(here) <= self.rank(there)

    def rank(self, place: d.Place) -> int:
        issuer = next((each.issuer for each in (*self.instruments, *self.making) if each.number == place.instrument), "")
        return self.terms[issuer].rank

    def exception(self, term: d.Term) -> d.Said:
        """An exception to a provision on the same term."""
        homes = [each for each in self.homes(term) if self.reaches(self.here, each)]
        if not homes:
            return self.concluding(term)
        of = tuple(dict.fromkeys(self.r.choice(homes) for _ in range(self.r.choice((1, 1, 1, 2)))))
        table = self.table(term)
        return d.Exempts(of, evolve(table, unless=()))

    def homes(self, term: d.Term) -> list[d.Place]:
        """The places that conclude a term."""
        return [each for each in self.places if self.concludes(each, term.id)]

    def concludes(self, place: d.Place, term: str) -> bool:
        provisions = [p for i in self.instruments for p in i.provisions if p.place == place]
        said = [s for p in provisions for s in p.statements]
        return any((s.table if isinstance(s, d.Exempts) else s).term == term for s in said if isinstance(s, (d.Table, d.Exempts, d.Means, d.OnlyIf)))

    def concluding(self, term: d.Term) -> d.Said:
        if term.kind == "flag" and self.may("means", 0.5):
            if self.may("only if", 0.4):
                return d.OnlyIf(term.id, self.condition(term.id))
            who = self.r.choice((*AUTHORITIES, *self.bodies[:1])).id if self.may("who may", 0.4) else ""
            return d.Means(term.id, self.condition(term.id), who)
        return self.table(term)

    def table(self, term: d.Term) -> d.Table:
        r = self.r
        subject, when = (), None
        if self.chance(0.45):
            subject = tuple(each.id for each in r.sample(self.facts[0].members, r.choice((1, 1, min(2, len(self.facts[0].members))))))
            if OFFICE in self.facts and all(each in ("commune", "ward") for each in subject):
                subject, when = (), d.Among("kind", subject)
        elif self.chance(0.75):
            when = self.condition(term.id)
        homes = self.homes(term)
        unless = (r.choice(homes),) if homes and self.may("except", 0.12) else ()
        return d.Table(term.id, self.pieces(term), subject, when, unless)

    def pieces(self, term: d.Term) -> tuple[d.Piece, ...]:
        r = self.r
        numbers = [each for each in self.facts if each.kind == "number"]
        if term.kind == "flag":
            return (d.Flat(d.Truth(self.chance(0.6))),)
        if "decided seats" in self.terms and term.id == "seats" and self.chance(0.3):
            return (d.Decided("decided seats", r.choice(AUTHORITIES).id, r.choice((None, 2)), r.choice((4, 5))),)
        if numbers and self.chance(0.35):
            fact = r.choice(numbers)
            cut = r.randrange(fact.least + 1, fact.most)
            if self.may("scale", 0.5):
                base = d.Flat(d.Amount(r.randrange(1, 5)), d.Between(fact.id, None, cut))
                step = d.Step(d.Between(fact.id, cut, None, over=True), r.choice((1, 2)), r.choice((1, 2)), r.choice(("whole", "begun")))
                cap = (d.Cap(r.randrange(3, 8)),) if self.chance(0.5) else ()
                if cap and cap[0].most < base.value.number:
                    cap = ()
                return (base, step, *cap)
            over = self.chance(0.5)
            low = d.Flat(self.amount(term), d.Between(fact.id, None, cut, under=not over))
            high = d.Flat(self.amount(term), d.Between(fact.id, cut, None, over=over))
            return r.choice(((low, high), (low, high), (low,), (high,)))
        return (d.Flat(self.amount(term)),)

    def amount(self, term: d.Term) -> d.Value:
        r = self.r
        if term.id == "seats" and "boards" in self.terms and self.may("same", 0):
            return d.Same("boards", r.choice((0, 1)))
        if self.chance(0.12):
            return d.Nothing()
        return d.Amount(r.choice((1, 2, 3, 3, 5, 8)))

    # ------------------------------------------------------------ conditions

    def condition(self, of: str) -> d.Condition:
        """A condition over facts and the conclusions that *of* may use."""
        r = self.r
        if self.here in self.bare:
            return self.fact_condition(1)
        later = [each for each in self.concluded if not of or DEPENDS.index(each.id) > DEPENDS.index(of)]
        if later and self.may("conclusion used", 0.25):
            term = r.choice(later)
            if term.kind == "number" and self.may("there is a value", 0.3):
                return d.Valued(term.id)
            if term.kind == "flag":
                return d.Is(term.id, self.chance(0.6))
            return self.number_range(term, (1, 2, 3, 5))
        places = [each for each in self.places if each in self.bare]
        if places and self.may("covered by", 0.15):
            return d.Covered((r.choice(places),), self.chance(0.5))
        return self.fact_condition(1)

    def event(self) -> d.Condition:
        """A condition on the event."""
        if self.chance(0.7):
            return d.Between("election day", self.day())
        return self.fact_condition(0)

    def fact_condition(self, depth: int) -> d.Condition:
        r = self.r
        if depth and self.chance(0.3):
            kind = r.choice((d.All, d.Some))
            return kind(tuple(dict.fromkeys(self.fact_condition(0) for _ in range(2))))
        if depth and self.chance(0.1):
            return d.Not(self.fact_condition(0))
        if self.chance(0.08):
            return d.Between("election day", self.day()) if self.chance(0.5) else d.Between("election day", None, self.day(), under=True)
        fact = r.choice(self.facts)
        match fact.kind:
            case "list":
                members = tuple(each.id for each in r.sample(fact.members, r.choice((1, 1, 2))))
                return d.Among(fact.id, members[:1] if len(members) == len(fact.members) else members, self.chance(0.8))
            case "flag":
                return d.Is(fact.id, self.chance(0.7))
            case "number":
                return self.number_range(fact, tuple(range(fact.least + 1, fact.most)))
            case _:
                return r.choice(
                    (
                        d.Between(fact.id, self.day()),
                        d.Between(fact.id, None, self.day(), under=True),
                        d.Between(fact.id, self.day(), None, over=True),
                    )
                )

    def number_range(self, term: d.Term, at: tuple[int, ...]) -> d.Between:
        r = self.r
        low, high = sorted((r.choice(at), r.choice(at)))
        return r.choice(
            (
                d.Between(term.id, low),
                d.Between(term.id, low, None, over=True),
                d.Between(term.id, None, high),
                d.Between(term.id, None, high, under=True),
                d.Between(term.id, low, high) if low < high else d.Between(term.id, low, low),
            )
        )

    # ------------------------------------------------------------------ acts

    def amending(self, instrument: d.Instrument, base: d.Instrument) -> list[d.Provision]:
        r, found = self.r, []
        targets = [each.place for each in base.provisions if not any(isinstance(s, ACTS) for s in each.statements)]
        r.shuffle(targets)
        for article in range(1, r.choice((1, 2, 2, 3)) + 1):
            place = d.Place(instrument.number, article)
            choice = 1.0 if self.favoured & {"reword", "reword twice", "several places"} and self.chance(0.5) else r.random()
            if choice < 0.4 and targets:
                target = targets.pop()
                found.append(d.Provision(place, (d.Replace(target, tuple(self.new_text(target))),)))
            elif choice < 0.55:
                at = d.Place(base.number, 20 + r.randrange(9))
                found.append(d.Provision(place, (d.Insert(at, tuple(self.new_text(at))),)))
            elif choice < 0.75 and targets:
                since = instrument.since + timedelta(days=r.choice((30, 100))) if self.chance(0.3) else None
                found.append(d.Provision(place, (d.Repeal((targets.pop(),), since),)))
            elif targets and self.may("reword", 0.9):
                places = self.alike(base, targets) if self.may("several places", 0.4) else ()
                target = places[0] if places else targets[-1]
                numbers = sorted(set.intersection(*(numbers_at(base, each, self.terms) for each in places or (target,))))
                if numbers:
                    unit, old = r.choice(numbers)
                    words = [d.Reword(places or (target,), old, r.choice((1, 2, 3, 4, 5)), unit, self.chance(0.5))]
                    more = sorted(numbers_at(base, target, self.terms) - {(unit, old)})
                    if self.may("reword twice", 0.4) and more:
                        unit2, old2 = r.choice(more)
                        words.append(d.Reword((target,), old2, old if unit2 == unit and self.chance(0.7) else r.choice((1, 2, 3)), unit2))
                    targets = [each for each in targets if each not in (*places, target)]
                    found.append(d.Provision(place, tuple(each for each in words if each.old != each.new)))
            else:
                found.append(d.Provision(place, tuple(self.statements(place))))
                self.places.append(place)
        acting = [each.place for each in found if any(isinstance(s, (d.Replace, d.Repeal, d.Reword)) for s in each.statements)]
        acting = [each for each in acting if not any(isinstance(s, UNHEEDED) for s in self.changed(each, found, base))]
        if acting and self.may("transition on an act", 0.35):
            where = r.choice(acting)
            keeps = self.kept(where, found, base) if self.may("before that", 0.6) else ""
            found.append(d.Provision(d.Place(instrument.number, 9), (d.OnlyWhen((where,), self.event(), keeps, base.number if keeps else ""),)))
        return [each for each in found if each.statements]

    def alike(self, base: d.Instrument, places: list[d.Place]) -> tuple[d.Place, ...]:
        """Two places in which the same number stands, if there are two."""
        numbers = {each: numbers_at(base, each, self.terms) for each in places}
        pairs = [(one, other) for one, other in combinations(places, 2) if numbers[one] & numbers[other]]
        return self.r.choice(pairs) if pairs else ()

    def kept(self, where: d.Place, found: list[d.Provision], base: d.Instrument) -> str:
        """The one number that the place changed at *where* concludes, if it says nothing else."""
        terms = {
            (s.table if isinstance(s, d.Exempts) else s).term if isinstance(s, (d.Table, d.Exempts)) else ""
            for s in self.changed(where, [*found], base, new=False)
        }
        return terms.pop() if len(terms) == 1 and self.terms.get(next(iter(terms)), VALID).kind == "number" else ""

    def changed(self, where: d.Place, found: list[d.Provision], base: d.Instrument, *, new: bool = True) -> list[d.Said]:
        """What stands at the places that *where* changes, and (*new*) what it writes there."""
        acts = [s for p in found if p.place == where for s in p.statements if isinstance(s, (d.Replace, d.Repeal, d.Reword))]
        places = {place for each in acts for place in getattr(each, "places", (getattr(each, "place", None),))}
        said = [s for p in base.provisions if p.place in places for s in p.statements if not isinstance(s, d.Note)]
        return [*said, *(s for each in acts if new and isinstance(each, d.Replace) for s in each.text)]

    def new_text(self, target: d.Place) -> list[d.Said]:
        """What an act writes at a place: it speaks of places drawn before that one only, so that nothing goes in a circle."""
        every = self.places
        self.places = every[: every.index(target)] if target in every else list(every)
        said = self.statements(target)
        self.places = every
        return said


def numbers_at(base: d.Instrument, place: d.Place, terms: Mapping[str, d.Term]) -> set[tuple[str, int]]:
    """The numbers with units that stand in the tables of a place."""
    found: set[tuple[str, int]] = set()
    for provision in base.provisions:
        if provision.place == place:
            for said in provision.statements:
                table = said.table if isinstance(said, d.Exempts) else said
                if isinstance(table, (d.Has, d.Must)):
                    found |= {(terms[table.range.term].unit, each) for each in (table.range.least, table.range.most) if isinstance(each, int)}
                if isinstance(table, d.Table):
                    for piece in table.pieces:
                        if isinstance(piece, d.Flat) and isinstance(piece.value, d.Amount):
                            found.add((terms[table.term].unit, piece.value.number))
                        if isinstance(piece, (d.Flat, d.Step)) and piece.range:
                            found |= {(terms[piece.range.term].unit, each) for each in (piece.range.least, piece.range.most) if isinstance(each, int)}
    return found


def mended(of: d.Description) -> d.Description:
    """*of* without the acts that act on nothing at some time, which a load refuses."""
    for _ in range(20):
        bad = wrong(of)
        if bad is None:
            return of
        of = without(of, bad)
    raise AssertionError("a rulebook that cannot be mended")


def wrong(of: d.Description) -> d.Place | None:
    """The provision of an act that acts on nothing, if there is one."""
    for known in (None, *sorted({each.issued for each in of.instruments})):
        found = text(of, LAST + timedelta(days=2000), known).problems
        if found:
            return next(p.place for i in of.instruments for p in i.provisions for s in p.statements if any(_says(problem, s) for problem in found))
    return refused(of, days_of(of))


def _says(problem: str, statement: d.Statement) -> bool:
    places = getattr(statement, "places", (getattr(statement, "place", None),))
    return any(problem == f"{type(statement).__name__} at {place}" for place in places)


def without(of: d.Description, place: d.Place) -> d.Description:
    """*of* without a provision, and without whatever speaks of a place that is nowhere written then."""
    instruments = tuple(evolve(i, provisions=tuple(p for p in i.provisions if p.place != place)) for i in of.instruments)
    made = evolve(of, instruments=instruments)
    for _ in range(20):
        written = set(places_written(made))
        lost = [
            p.place
            for i in made.instruments
            for p in i.provisions
            if any(not any(each.holds(w) for w in written) for s in p.statements for each in referred(s))
        ]
        if not lost:
            return made
        made = evolve(made, instruments=tuple(evolve(i, provisions=tuple(p for p in i.provisions if p.place not in lost)) for i in made.instruments))
    raise AssertionError("references without end")


def places_written(of: d.Description) -> list[d.Place]:
    """Every place at which something is ever written."""
    acts = [s for i in of.instruments for p in i.provisions for s in p.statements if isinstance(s, (d.Replace, d.Insert))]
    return [p.place for i in of.instruments for p in i.provisions] + [each.place for each in acts]


def referred(node: object) -> list[d.Place]:
    """Every place that a statement speaks of, but for the place where an insertion goes."""
    if isinstance(node, d.Place):
        return [node] if node.article else []
    if isinstance(node, tuple):
        return [place for each in node for place in referred(each)]
    if isinstance(node, d.Insert):
        return referred(node.text)
    if hasattr(node, "__attrs_attrs__"):
        return [place for each in node.__attrs_attrs__ for place in referred(getattr(node, each.name))]
    return []


def drawn(seed: int, avoid: frozenset[str] = frozenset(), favour: frozenset[str] = frozenset()) -> d.Description:
    """The rulebook of a seed, without what is to be avoided, what is favoured likely in it."""
    return Draw(seed, avoid, favour).description()


# -------------------------------------------------------------- questions


def days_of(of: d.Description) -> list[date]:
    """Days on which something may change, with the days before them."""
    found = {each.issued for each in of.instruments} | {each.since for each in of.instruments}
    found |= {each.until for each in of.instruments if each.until}
    for i in of.instruments:
        for p in i.provisions:
            for s in p.statements:
                found |= {each for each in (getattr(s, "since", None), getattr(s, "until", None)) if each}
    found |= {each for term in of.terms for m in term.members for each in (m.since, m.until) if each}
    found |= {each - timedelta(days=1) for each in found} | {LAST}
    return sorted(found)


def whole_facts(r: Random, oracle: Oracle, on: date) -> dict[str, object]:
    """A value for every fact, now and then a member of a list that does not exist on the day."""
    facts = [each for each in oracle.of.terms if not each.concluded and each.kind in ("list", "flag", "number", "day", "decision", "actual day")]
    values = {each.id: oracle.values_of(each.id, on) for each in facts}
    for each in facts:
        gone = [member.id for member in each.members if not exists(member, on)]
        if gone and (not values[each.id] or r.random() < 0.15):
            values[each.id] = tuple(gone)
    return {name: r.choice(every) for name, every in values.items()}


__all__ = ["Draw", "NoWorld", "days_of", "drawn", "whole_facts"]

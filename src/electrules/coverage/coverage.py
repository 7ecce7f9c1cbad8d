"""How much of what each instrument has is encoded: article by article, with what is missing, not codable and why, and the cases."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeGuard

from attrs import evolve, field, frozen

from ..corpus.instrument import Instrument
from ..corpus.version import Version
from ..source.citation import Address, Citation, label_key
from ..syntax.written import Deadline, ExceptionTo, Known, NotCodable, Reading, SilenceSaid, Statement
from .held import Held, held

if TYPE_CHECKING:
    from ..cases import CaseResult
    from ..rulebook import Rulebook

STATES = ("encoded", "partly", "unmeasured", "not codable", "not read", "missing")
NOTES = (NotCodable, Known, Reading)
ORDERS = ("at once", "before", "after")
SILENCES = ("meant", "unread", "contradiction")


@frozen
class Uncoded:
    """What of an article cannot be encoded, why, and where that is said."""

    what: str
    reason: str
    citation: Citation


@frozen(eq=False)
class ArticleCoverage:
    """One article: its *state*, the *provisions* that say something of it on any day, what is *uncoded*, the *cases* that touch it.

    *state* is "encoded" (every clause), "partly", "unmeasured" (all that is written is encoded, but not into what the article is divided),
    "not codable", "not read" (said only to be not to be had) or "missing" (in no rule file).
    *held* are the clauses that are in the files and those that are not.
    *silences* are those that are declared, *unread* what of the text could not be read, *contradictions* those of the law with itself;
    *orders* counts deadlines that name no day ("at once", "before", "only after").
    """

    article: str
    state: str
    held: Held = Held()
    provisions: tuple[Version, ...] = field(default=(), repr=False)
    uncoded: tuple[Uncoded, ...] = ()
    silences: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    orders: int = 0
    amended_by: tuple[Citation, ...] = ()
    repealed_by: tuple[Citation, ...] = ()
    cases: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "article": self.article,
            "state": self.state,
            "clauses": self.held.to_dict(),
            "provisions": list(dict.fromkeys(each.address.text("en") for each in self.provisions)),
            "uncoded": [{"what": each.what, "reason": each.reason, "place": each.citation.text("en")} for each in self.uncoded],
            "silences": list(self.silences),
            "unread": list(self.unread),
            "contradictions": list(self.contradictions),
            "orders": self.orders,
            "amended_by": [each.text("en") for each in self.amended_by],
            "repealed_by": [each.text("en") for each in self.repealed_by],
            "cases": list(self.cases),
        }


@frozen(eq=False)
class InstrumentCoverage:
    """An instrument and its articles, in the order of their numbers."""

    instrument: Instrument
    articles: tuple[ArticleCoverage, ...]

    @property
    def clauses(self) -> tuple[int, int]:
        """How many of the clauses and points that the instrument is known to have are in the rule files, and how many it is known to have."""
        measured = [each.held for each in self.articles if each.held.known]
        return sum(each.count for each in measured), sum(each.count + len(each.missing) + len(each.begun) for each in measured)

    @property
    def unmeasured(self) -> int | None:
        """Of how many articles it is not known into what they are divided; None where not even the number of articles is known."""
        return sum(not each.held.known for each in self.articles) if self.instrument.contents else None

    def count(self, state: str) -> int:
        """How many articles are in *state*."""
        return sum(1 for each in self.articles if each.state == state)

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "instrument": self.instrument.number,
            "title": self.instrument.title,
            "counts": {state: self.count(state) for state in STATES},
            "clauses": dict(zip(("held", "of"), self.clauses, strict=True)),
            "articles_of_unknown_extent": self.unmeasured,
            "articles": [each.to_dict() for each in self.articles],
        }


@frozen(eq=False)
class Coverage:
    """The coverage of every instrument, by day of issue."""

    instruments: tuple[InstrumentCoverage, ...]
    lang: str = "vi"

    def text(self, lang: str | None = None) -> str:
        """The coverage in words."""
        from .words import coverage_text

        return coverage_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {"version": 2, "instruments": [each.to_dict() for each in self.instruments]}


def coverage(law: Rulebook, instruments: Iterable[str] = ()) -> Coverage:
    """How much the rules of *law* say of each of *instruments* (none: of all)."""
    named = tuple(instruments)
    wanted = {place.home for each in named for place in law.called(each)}
    by_article: dict[tuple[str, str], list[Version]] = {}
    for version in law.provisions:
        if version.address.article is not None:
            by_article.setdefault((version.address.home, version.address.article), []).append(version)
    acts = law.laws.whole.timeline.acts
    acting = {(act.at.home, act.at.article) for act in acts if act.kind != "write" and act.at.article is not None}
    repeals: dict[tuple[str, str], list[Citation]] = {}
    written: dict[tuple[str, str], list[Address]] = {}
    for act in acts:
        if act.kind == "write" and act.at.article is not None:
            written.setdefault((act.at.home, act.at.article), []).append(act.at)
        for target in act.targets if act.kind == "repeal" else ():
            if target.article is not None:
                repeals.setdefault((target.home, target.article), []).append(act.citation)
    touched = _touched(law.test())
    found = [each for each in law.instruments if each.binding and (not named or each.address.home in wanted)]
    return Coverage(
        tuple(InstrumentCoverage(each, tuple(_articles(each, by_article, acting, written, repeals, touched))) for each in found), law.lang
    )


def _articles(
    instrument: Instrument,
    by_article: Mapping[tuple[str, str], list[Version]],
    acting: Collection[tuple[str, str]],
    written: Mapping[tuple[str, str], Sequence[Address]],
    repeals: Mapping[tuple[str, str], Sequence[Citation]],
    touched: Mapping[tuple[str, str], list[str]],
) -> Iterable[ArticleCoverage]:
    numbers = {article for number, article in (*by_article, *acting) if number == instrument.address.home}
    if instrument.contents is not None:
        numbers |= {str(each.article) for each in instrument.contents.inside(instrument.address) or ()}
    for article in sorted(numbers, key=label_key):
        key = (instrument.address.home, article)
        within = held(evolve(instrument.address, article=article), instrument.contents, written.get(key, ()))
        yield _article(article, within, by_article.get(key, ()), key in acting, tuple(repeals.get(key, ())), tuple(touched.get(key, ())))


def _article(
    article: str, within: Held, versions: Sequence[Version], acts: bool, repeals: tuple[Citation, ...], cases: tuple[str, ...]
) -> ArticleCoverage:
    if not versions and not acts:
        return ArticleCoverage(article, "missing", within, cases=cases)
    statements = [(version, statement) for version in versions for statement in version.statements]
    uncoded = [Uncoded(each.what, each.reason, version.citation) for version, each in statements if isinstance(each, NotCodable)]
    rules = [_bare(each) for _, each in statements if not isinstance(each, NOTES)]
    said = {kind: tuple(dict.fromkeys(each.reason for each in rules if _is_silence(each, kind))) for kind in SILENCES}
    if acts or not all(_is_silence(each, "unread") for each in rules):
        whole = "encoded" if within.known else "unmeasured"
        state = "partly" if uncoded or within.missing or within.begun else whole
    else:
        state = "partly" if within.missing or within.begun else "not read" if said["unread"] else "not codable"
    amended = [each for version in versions for each in version.citation.amended_by]
    return ArticleCoverage(
        article,
        state,
        within,
        tuple(versions),
        tuple({(each.what, each.reason): each for each in uncoded}.values()),
        said["meant"],
        said["unread"],
        said["contradiction"],
        sum(1 for _, each in statements if _is_order(each)),
        tuple(dict.fromkeys(amended)),
        tuple(dict.fromkeys(repeals)),
        cases,
    )


def _is_silence(statement: Statement, kind: str) -> TypeGuard[SilenceSaid]:
    return isinstance(statement, SilenceSaid) and statement.kind == kind


def _bare(statement: Statement) -> Statement:
    """*statement*, of an exception that nobody has read what is said of it."""
    return statement.statement if isinstance(statement, ExceptionTo) and isinstance(statement.statement, SilenceSaid) else statement


def _is_order(statement: Statement) -> bool:
    return isinstance(statement, Deadline) and statement.at.bound in ORDERS


def _touched(results: Iterable[CaseResult]) -> dict[tuple[str, str], list[str]]:
    """The cases whose answers cite each article, or an amendment by it."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in results:
        if each.answer is None:
            continue
        places: dict[tuple[str, str], None] = {}
        for citation in each.answer.citations:
            for place in _with_amending(citation):
                if place.article is not None:
                    places[place.home, place.article] = None
        for place_key in places:
            found.setdefault(place_key, []).append(each.case.name)
    return found


def _with_amending(citation: Citation) -> Iterable[Address]:
    yield citation
    for each in citation.amended_by:
        yield from _with_amending(each)

"""One version: every statement elaborated by its family, named, and put under the conditions of its transitions."""

from __future__ import annotations

from typing import TypeAlias, TypeVar

from attrs import evolve

from ...corpus.place import spoken
from ...corpus.rewrite import deadline_of, placed_pieces, table_of
from ...corpus.version import Version
from ...diagnostics.diagnostic import Diagnostic
from ...source.citation import Address
from ...syntax.lexicon import Lexicon
from ...syntax.written import (
    Always,
    Blocks,
    BodyOf,
    ByReading,
    ByReference,
    Commencement,
    Convention,
    DaysOff,
    Deadline,
    ExceptionTo,
    Insert,
    Known,
    MayDepart,
    MayMove,
    Means,
    NotCodable,
    Prevails,
    PrincipleSaid,
    Reading,
    Reduction,
    Repeal,
    Replace,
    SilenceSaid,
    Statement,
    Substitute,
    Table,
    Transition,
    WeeklyRest,
)
from ...tree import nodes
from ...tree.nodes import Blocker, Constraint, Expr, Literal, Not, Principle, Requirement, Rule, Silence, TimeLimit
from ...tree.status import weakest
from ...tree.types import Day, Moment, YesNo
from ..said import Arrow, Barring, Confined, Copy, Excused, Licensed, Power, Ranking, Reduced, Said
from .conditions import both, condition, either
from .days_off import resting
from .deadlines import agreeing, counting, limited, named
from .names import EVENT, term_name, type_name
from .notes import readings, status_of
from .pieces import Made, bare, cited, guard
from .references import Borrowed, known, loans
from .requirements import REQUIRING, Claim, composition, required
from .scope import Places, Scope, Surroundings
from .tables import concluded
from .transitions import conditioned, either_not, guarded, lowered
from .words import Words

L = TypeVar("L", Made, TimeLimit)

Alone: TypeAlias = Blocks | Prevails | PrincipleSaid | SilenceSaid | Reduction | MayDepart | MayMove | WeeklyRest | DaysOff | NotCodable
"""The statements that mean something only where they stand."""

COPIES = 50_000
"""Statements that all versions together may repeat from other places (ER0501)."""


def said_by(version: Version, lexicon: Lexicon, words: Words, corpus: Places, around: Surroundings, said: list[Diagnostic], lang: str) -> Said:
    """What *version* says in its surroundings; what is wrong with it is added to *said*."""
    scope = Scope(lexicon, words, corpus, version.address, version.citation.said_in(lang), around, said, lang)
    run = _Version(version, scope)
    for number, statement in enumerate(version.statements):
        run.statement(statement, f"{version.key}#{number}", scope)
    made = guarded(run.said(), version.guards, scope)
    return evolve(made, uses=frozenset(scope.used)) if version.guards else made


class _Version:
    """Scratch state of one version; never leaves this file."""

    def __init__(self, version: Version, scope: Scope) -> None:
        self.version = version
        self.scope = scope
        self.status = weakest((status_of(version.statements), *(status_of(each.said) for each in version.dated)))
        dated = (reading for each in version.dated for reading in readings(each.said, each.surface))
        self.readings = tuple(dict.fromkeys((*readings(version.statements, version.surface), *dated)))
        self.rules: list[Rule] = []
        self.requirements: list[Requirement] = []
        self.constraints: list[Constraint] = []
        self.silences: list[Silence] = []
        self.arrows: list[Arrow] = []
        self.excused: list[Excused] = []
        self.barring: list[Barring] = []
        self.rankings: list[Ranking] = []
        self.principles: list[Principle] = []
        self.limits: list[TimeLimit] = []
        self.licensed: list[Licensed] = []
        self.rest: list[nodes.WeeklyRest | nodes.DaysOff] = []
        self.reduced: list[Reduced] = []
        self.not_codable: list[NotCodable] = []
        self.copies: dict[str, Copy] = {}
        self.powers: list[Power] = []
        self.confined: list[tuple[Constraint, Confined]] = []

    def said(self) -> Said:
        return Said(
            self.version,
            tuple(self.rules),
            tuple(self.requirements),
            tuple(self.constraints),
            tuple(self.silences),
            tuple(self.arrows),
            tuple(self.excused),
            tuple(self.barring),
            tuple(self.rankings),
            tuple(self.principles),
            tuple(self.limits),
            tuple(self.rest),
            tuple(self.licensed),
            tuple(self.reduced),
            tuple(self.not_codable),
            self.copies,
            frozenset(self.scope.used),
            tuple(self.powers),
            confined=tuple(self.confined),
        )

    # ------------------------------------------------------------- statements

    def statement(self, statement: Statement, name: str, scope: Scope, lent: Borrowed | None = None) -> None:
        """Elaborate one statement; *lent* where it is applied by reference."""
        match statement:
            case Table() | Means():
                self.plain(statement, name, scope, lent)
            case ExceptionTo(references, inner):
                if isinstance(inner, SilenceSaid):
                    names = self.unread_exception(inner, name, scope, lent)
                elif isinstance(inner, Deadline):
                    names = self.deadline(inner, name, scope, lent, is_exception=True)
                else:
                    names = self.plain(inner, name, scope, lent, is_exception=True)
                self.arrows.append(Arrow(names, scope.places(references)))
            case BodyOf():
                for number, claim in enumerate(composition(statement, scope)):
                    self.requirement(claim, f"{name}.{number}", scope, lent)
            case Deadline():
                self.deadline(statement, name, scope, lent)
            case Convention():  # said of the whole instrument, and read with its periods
                agreeing(statement, scope)
            case Known() | Reading() | ByReading():  # said of the whole provision, and read with it
                pass
            case Replace() | Insert() | Repeal() | Substitute() | Transition() | Commencement():  # acts, which the corpus has done
                pass
            case _:
                if lent is None:
                    self.alone(statement, name, scope)

    def alone(self, statement: Alone, name: str, scope: Scope) -> None:
        """A statement that means something only where it stands."""
        match statement:
            case Blocks(references, when):
                blocker = Blocker(name, condition(when, scope), scope.citation, (), self.status, self.readings)
                self.barring.append(Barring(blocker, scope.places(references)))
            case Prevails(over, under):
                places = scope.places((over, under))
                if len(places) == 2:
                    self.rankings.append(Ranking(places[0], places[1], scope.citation, self.status, self.readings))
            case PrincipleSaid(kind):
                self.principles.append(Principle(kind, scope.citation, self.status, self.readings))
            case SilenceSaid(kind, word, when, reason):
                term = scope.term(word, "conclusion")
                if term is not None and kind == "contradiction" and not isinstance(term.type, Day | Moment):  # of any other it would say nothing
                    scope.say("ER0502", word.span, what=term_name(term), found=type_name(term.type), wanted=EVENT)
                elif term is not None:
                    holds = condition(when, scope) if when is not None else both((), scope)
                    status = "unconfirmed" if kind == "unread" else self.status
                    self.silences.append(Silence(term.id, holds, reason, kind, scope.citation, status, self.version.surface))
            case Reduction(word, _, instrument):
                if scope.term(word, "conclusion") is not None:
                    self.reduced.append(Reduced(statement, next(iter(scope.places((instrument,))), None), scope.citation))
            case MayMove(actor, references, start, finish):
                licence = nodes.Licence(named(actor, scope), scope.citation, self.status, start, finish)
                self.licensed.append(Licensed(licence, scope.places(references)))
            case MayDepart(authority, references):
                self.powers.append(Power(authority.id, scope.places(references)))
            case WeeklyRest(days):
                self.rest.append(nodes.WeeklyRest(tuple(each.number for each in days), scope.citation, self.status, self.readings))
            case DaysOff():
                self.rest.append(resting(statement, self.status, self.readings, scope))
            case NotCodable():
                self.not_codable.append(statement)

    def plain(self, statement: Table | Means, name: str, scope: Scope, lent: Borrowed | None, is_exception: bool = False) -> tuple[str, ...]:
        """The rules and requirements of a table or a definition; their names."""
        if isinstance(statement, Means):
            return self.means(statement, name, scope, lent, is_exception)
        parts = guard(statement, scope)
        names = []
        for number, made in enumerate(concluded(statement, parts, scope)):
            names.append(self.rule(made, f"{name}.{number}", scope, lent, is_exception))
        for number, (place, piece) in enumerate(placed_pieces(statement, scope.here)):
            inner, here = bare(piece), scope.at(cited(place, scope))
            if isinstance(inner, REQUIRING):
                for count, claim in enumerate(required(inner, statement, parts, place, here)):
                    names.append(self.requirement(claim, f"{name}:{number}.{count}", here, lent, is_exception))
            elif isinstance(inner, Always):
                holds = either_not(parts, condition(inner.condition, here), here)
                self.constraints.append(Constraint(holds, here.citation, self.status, self.readings))
            elif isinstance(inner, ByReference):
                names += self.by_reference(inner, parts, f"{name}:{number}", here, lent, is_exception)
        if statement.unless:
            self.excuse(tuple(names), statement, scope)
        return tuple(names)

    def unread_exception(self, statement: SilenceSaid, name: str, scope: Scope, lent: Borrowed | None) -> tuple[str, ...]:
        """An exception of which only that it stands is known: it speaks where its condition holds, and what it says has no value."""
        term = scope.term(statement.term, "conclusion")
        if term is None:
            return ()
        holds = condition(statement.when, scope) if statement.when is not None else both((), scope)
        value = nodes.Unread(statement.reason, self.version.surface, citation=scope.citation)
        self.rule(Made(term.id, holds, value, scope.here), name, scope, lent, is_exception=True)
        self.rules[-1] = evolve(self.rules[-1], status=weakest((self.rules[-1].status, "unconfirmed")))
        return (name,)

    def means(self, statement: Means, name: str, scope: Scope, lent: Borrowed | None, is_exception: bool) -> tuple[str, ...]:
        """A yes/no conclusion is yes exactly when its condition holds, or is no where that does not."""
        term = scope.term(statement.flag, "conclusion")
        if term is None:
            return ()
        if not isinstance(term.type, YesNo):
            scope.say("ER0502", statement.flag.span, what=term_name(term), found=type_name(term.type), wanted=type_name(YesNo()))
            return ()
        holds = condition(statement.condition, scope)
        yes = Made(term.id, holds, Literal(True, citation=scope.citation), scope.here)
        no = Made(term.id, Not(holds, citation=scope.citation), Literal(False, citation=scope.citation), scope.here)
        if statement.only:
            return (self.rule(no, f"{name}.no", scope, lent, is_exception),)
        return self.rule(yes, f"{name}.yes", scope, lent, is_exception), self.rule(no, f"{name}.no", scope, lent, is_exception)

    # ------------------------------------------------------------------ parts

    def rule(self, made: Made, name: str, scope: Scope, lent: Borrowed | None, is_exception: bool = False) -> str:
        """Add a rule; one that is applied by reference cites where it is applied, then where it stands."""
        home = lent or Borrowed(scope.citation)
        own = cited(made.place, scope)
        self.rules.append(
            Rule(
                name,
                made.term,
                made.condition,
                made.value,
                lent.citation if lent else own,
                also=(*(lent.through if lent else ()), *((own,) if lent else ()), *made.builds_on),
                is_exception=is_exception,
                rank=self.version.rank,
                issuer=self.version.issuer,
                issued=self.version.issued,
                status=home.worst(self.status),
                interpretations=home.readings(self.readings),
            )
        )
        return name

    def deadline(self, statement: Deadline, name: str, scope: Scope, lent: Borrowed | None, is_exception: bool = False) -> tuple[str, ...]:
        """The limit that a deadline sets, and the rule on the last day of its event; both rest on how the instrument counts, and have one name."""
        said = scope.around.conventions(scope.here.home)
        limit, made = limited(statement, name, scope, counting(tuple(each for _, each in said)))
        if limit is None:
            return ()
        home = lent or Borrowed(scope.citation)
        counted = tuple(version for version, _ in said) if statement.at.count is not None else ()
        relied = tuple(each for version in counted for each in readings(version.statements, version.surface))
        status = home.worst(weakest((self.status, *(status_of(version.statements) for version in counted))))
        moves = isinstance(limit.last, nodes.WorkingShift) and limit.last.count == 0
        moved = tuple(dict.fromkeys(version.citation.said_in(scope.lang) for version, each in said if moves and each.rolls == "next"))
        if made is not None:
            self.rule(self.applied(made, scope), name, scope, lent, is_exception)
            rule = self.rules[-1]
            every = tuple(dict.fromkeys((*rule.interpretations, *relied)))
            self.rules[-1] = evolve(rule, also=(*rule.also, *moved), status=status, interpretations=every)
        self.limits.append(
            evolve(
                limit,
                condition=self.applied(limit, scope).condition,
                citation=lent.citation if lent else scope.citation,
                also=(*((*lent.through, scope.citation) if lent else ()), *moved),
                rank=self.version.rank,
                issuer=self.version.issuer,
                issued=self.version.issued,
                status=status,
                is_exception=is_exception,
                interpretations=tuple(dict.fromkeys((*home.readings(self.readings), *relied))),
            )
        )
        if statement.unless:
            self.excuse((name,), statement, scope)
        return (name,)

    def applied(self, made: L, scope: Scope) -> L:
        """*made* of the units to which it is applied by reference."""
        return evolve(made, condition=both((scope.applied.subject, made.condition), scope)) if scope.applied is not None else made

    def requirement(self, claim: Claim, name: str, scope: Scope, lent: Borrowed | None, is_exception: bool = False) -> str:
        home = lent or Borrowed(scope.citation)
        self.requirements.append(
            Requirement(
                name,
                claim.subject,
                claim.condition,
                claim.claim,
                claim.force,
                lent.citation if lent else scope.citation,
                also=(*lent.through, scope.citation) if lent else (),
                is_exception=is_exception,
                rank=self.version.rank,
                issuer=self.version.issuer,
                issued=self.version.issued,
                status=home.worst(self.status),
                interpretations=home.readings(self.readings),
            )
        )
        return name

    def by_reference(
        self, piece: ByReference, parts: tuple[Expr, ...], name: str, scope: Scope, lent: Borrowed | None, is_exception: bool
    ) -> tuple[str, ...]:
        """What stands at the places speaks also of the subject of the table: elaborated once more, for it."""
        names: list[str] = []
        around, scope = scope, evolve(scope, met={})
        for number, loan in enumerate(loans(piece, parts, scope)):
            if piece.counted_from is not None and deadline_of(loan.statement) is None:
                continue  # only what is counted is counted from another day
            if not scope.around.lends():
                scope.say("ER0501", piece.span, term=spoken(scope.here), count="…", most=str(COPIES))
                break
            copy = f"{name}.{number}"
            through = (*lent.through, scope.citation) if lent else ()
            run = _Version(self.version, loan.scope)
            run.status, run.readings = self.status, self.readings
            run.statement(loan.statement, copy, loan.scope, known(loan.lender, lent.citation if lent else scope.citation, through))
            made = conditioned(run.said(), loan.lender.guards, loan.scope)
            if is_exception:
                made = evolve(made, rules=tuple(evolve(each, is_exception=True) for each in made.rules))
            self.rules += made.rules
            self.requirements += made.requirements
            self.limits += made.limits
            self.constraints += made.constraints
            self.confined += made.confined
            self.arrows += made.arrows
            self.excused += made.excused
            self.copies.update(made.copies)
            repeated = [(each.name, each.also) for each in made.rules] + [(each.name, each.also) for each in made.requirements]
            repeated += [(each.name, each.also) for each in made.limits]
            for rule, also in repeated:
                self.copies.setdefault(rule, Copy(loan.original + rule[len(copy) :], also[len(through)].address, name))
                names.append(rule)
        for each in piece.instead:
            if each.of.id not in scope.met:
                term = scope.lexicon.by_id.get(each.of.id)
                scope.say("ER0512", each.span, name=term_name(term) if term is not None else named(each.of, scope))
        around.met.update(scope.met)
        return tuple(names)

    def excuse(self, names: tuple[str, ...], statement: Table | Deadline, scope: Scope) -> None:
        """The places after "except in the case of": what they conclude excepts these rules; where nothing, their case is excluded."""
        terms = {each.term for each in self.rules if each.name in names} | {each.event for each in self.limits if each.name in names}
        cases: list[Expr] = []
        for place in scope.places(statement.unless):
            there = scope.around.standing(place)
            concluding = tuple(version for version, letter in there if _concludes(version, letter, terms))
            if concluding:
                self.excused.append(Excused(names, (place,)))
            spoken = tuple(_of_events(version, terms, scope) for version in concluding)
            silent = frozenset(version.key for version, _ in there) - {version.key for version in concluding}
            if silent and all(spoken):  # nothing there concludes it for the other events
                nots = tuple(Not(both(each, scope), citation=scope.citation) for each in spoken)
                cases += (both((*nots, case), scope) for case in scope.around.covered(place, None, scope.used, silent))
        if not cases:
            return
        other = Not(either(tuple(cases), scope), citation=scope.citation)
        wanted = set(names)
        self.rules = [evolve(each, condition=both((each.condition, other), scope)) if each.name in wanted else each for each in self.rules]
        self.requirements = [
            evolve(each, condition=both((each.condition, other), scope)) if each.name in wanted else each for each in self.requirements
        ]
        self.limits = [evolve(each, condition=both((each.condition, other), scope)) if each.name in wanted else each for each in self.limits]


def _of_events(version: Version, terms: set[str], scope: Scope) -> tuple[Expr, ...]:
    """The conditions on the event under which *version* speaks on *terms*; none where it speaks for all."""
    return tuple(lowered(each, scope) for each in version.guards if each.term is None or each.term in terms)


def _concludes(version: Version, letter: Address | None, terms: set[str]) -> bool:
    """Whether *version*, at *letter* or as a whole, concludes one of *terms*."""
    if any(each.negated and each.term is not None and each.term not in terms for each in version.guards):
        return False  # kept alive for something else
    for statement in version.statements:
        if isinstance(statement, Means) and letter is None and statement.flag.id in terms:
            return True
        deadline = deadline_of(statement)
        if deadline is not None and letter is None and _event(deadline) in terms:
            return True
        table = table_of(statement)
        for where, piece in placed_pieces(table, version.address) if table else ():
            if (letter is None or where == letter) and _term(bare(piece)) in terms:
                return True
    return False


def _event(deadline: Deadline) -> str | None:
    word = deadline.deed.event if deadline.deed is not None else deadline.event
    return word.id if word is not None else None


def _term(piece: object) -> str | None:
    for name in ("term", "award", "verb"):
        found = getattr(piece, name, None)
        if found is not None and not isinstance(piece, REQUIRING):
            return found.term.id if name == "award" else found.id  # type: ignore[no-any-return]
    return None

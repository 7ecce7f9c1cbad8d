"""A proof as an outline of sentences: what text and pictures share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..evaluate.finding import NONE_HOLDS
from ..tree.nodes import All, Among, Compare, Decision, Fact, Literal, Rule, Silence
from ..values.time import write_day
from .compute import computation, result_text
from .condition import condition, conditions, failing
from .days import asked_days, for_other_days, missed_days
from .phrase import phrase
from .say import heading_of, name_of, piece_text
from .step import FAILS, HOLDS, OPEN, Step, distinct
from .words import listed, word, written_in

if TYPE_CHECKING:
    from ..evaluate.proof import Proof

CASES = 12
"""Cases of an unknown answer that are named; the rest are counted."""

FAILED = 12
"""Rules that do not speak, which are named with their reasons; the rest are counted."""


class Outline:
    """Makes the sentences of one proof; knows the provision of each rule that it mentions."""

    def __init__(self, proof: Proof, lang: str) -> None:
        self.lang = lang
        self.days = asked_days(proof)
        self.places: Mapping[str, str] = {
            step.node.name: step.citation.text(lang) for step in proof.walk() if isinstance(step.node, Rule) and step.citation is not None
        }

    def of(self, proof: Proof) -> Step:
        """The sentence of a step, with those below it."""
        match proof.kind:
            case "cases":
                return self.cases(proof)
            case "case":
                return Step(self.case_line(proof, frozenset()), "case", below=self.grounds(proof))
            case "term":
                return Step(self.head(proof), "term", below=(*self.rules(proof), *self.more(proof)))
            case "rule":
                return self.rule(proof)
            case "blocker":
                below = (*(condition(each, self.lang) for each in proof.children if each.kind == "expression"), *self.below(proof, "blocker"))
                return Step(word(f"blocker.{proof.why}", self.lang, place=self.place(proof)), "blocker", below=distinct(below))
            case "silence":
                place = word("on-place", self.lang, place=self.place(proof)) if proof.citation is not None else ""
                node = proof.node
                assert isinstance(node, Silence)
                written = written_in(node.lang, self.lang, self.lang)
                form = "silence.unread" if node.kind == "unread" else "silence"
                text = word(form, self.lang, reason=node.reason.rstrip(" ."), place=place, written=written)
                return Step(text, "silence", below=distinct(step for each in proof.children for step in conditions(each, self.lang)))
            case "unheld":
                since = dict(proof.data)["since"]
                part = name_of(proof.term, proof.terms, self.lang)
                day = write_day(since, self.lang) if isinstance(since, date) else ""
                return Step(word(f"unread.{'before' if day else 'none'}", self.lang, part=part, day=day), "silence")
            case "principle":
                if proof.why == "precedence":
                    return Step(word("principle.precedence", self.lang, place=self.place(proof)), "principle")
                place = word("on-place", self.lang, place=self.place(proof)) if proof.citation is not None else ""
                return Step(word(f"principle.{proof.why}", self.lang, place=place), "principle")
            case _:
                return self.expression(proof)

    def each(self, proofs: tuple[Proof, ...]) -> tuple[Step, ...]:
        """The outlines of several steps."""
        return distinct(self.of(proof) for proof in proofs)

    def below(self, proof: Proof, kind: str) -> tuple[Step, ...]:
        """The outlines of the steps of one kind below."""
        return self.each(tuple(each for each in proof.children if each.kind == kind))

    def more(self, proof: Proof) -> tuple[Step, ...]:
        """How much was cut for length."""
        return (Step(word("more", self.lang, count=proof.more), "more"),) if proof.more else ()

    def place(self, proof: Proof) -> str:
        """The provision of a step."""
        return proof.citation.text(self.lang) if proof.citation is not None else word("a-rule", self.lang)

    def head(self, proof: Proof) -> str:
        """A term with what it comes to."""
        return word("term", self.lang, name=heading_of(proof.term, proof.terms, self.lang), value=result_text(proof, self.lang))

    def expression(self, proof: Proof) -> Step:
        """An expression by itself: a condition, or how its value came about."""
        if isinstance(proof.value, bool) and not isinstance(proof.node, Literal):
            return condition(proof, self.lang)
        lines = computation(proof, self.lang)
        return Step(word("value", self.lang, text=result_text(proof, self.lang)), "value", below=lines) if len(lines) != 1 else lines[0]

    # ------------------------------------------------------------------- rules

    def rules(self, term: Proof) -> tuple[Step, ...]:
        """What spoke, in full; what nearly spoke, with what it lacked; the rest counted by what it is about."""
        spoke = [each for each in term.children if each.kind != "rule" or (each.why not in ("fails", "sleeps") and not is_remainder(each))]
        silent = [each for each in term.children if each.kind == "rule" and each.why in ("fails", "sleeps")]
        near = [each for each in silent if each.near]
        named = [self.lacking(each, "near") for each in near]
        about: Counter[tuple[str, str]] = Counter()
        failed: list[Step] = []
        outside: list[tuple[Proof, tuple[Compare, ...]]] = []
        asleep = 0
        for each in silent:
            topic = self.other_topic(each)
            if each.near:
                continue
            if each.why == "sleeps":
                asleep += 1
            elif topic is not None:
                about[topic] += 1
            elif missed := missed_days(each, self.days):
                outside.append((each, missed))
            else:
                failed.append(self.lacking(each, "rule.fails"))
        reasons = distinct(failed)
        counted = [Step(word("others-about", self.lang, count=count, name=name, value=value), "others") for (name, value), count in about.items()]
        if len(reasons) > FAILED:
            counted.append(Step(word("others-fail", self.lang, count=len(reasons) - FAILED), "others"))
        if asleep:
            counted.append(Step(word("others-sleep", self.lang, count=asleep), "others"))
        others = for_other_days(outside, term.children, self.lang)
        return (*self.each(tuple(spoke)), *distinct(named)[:FAILED], *reasons[:FAILED], *others, *counted)

    def other_topic(self, rule: Proof) -> tuple[str, str] | None:
        """The list fact by which a rule is about something else, with what it is here."""
        for each in rule.children:
            parts = each.children if isinstance(each.node, All) else (each,)
            for part in parts:
                if isinstance(part.node, Among) and part.value is False and part.children and part.children[0].value is not None:
                    of = part.children[0]
                    return name_of(of.term, of.terms, self.lang), result_text(of, self.lang)
        return None

    def lacking(self, rule: Proof, wording: str) -> Step:
        """A rule that does not speak, with what it lacks in one sentence or below it."""
        lacks = distinct(step for each in rule.children if each.kind == "expression" for step in failing(each, self.lang))
        start = word(wording, self.lang, place=self.place(rule))
        if len(lacks) == 1 and not lacks[0].below:
            return Step(start + lacks[0].text, "failed", FAILS)
        return Step(start.rstrip(" "), "failed", FAILS, (*lacks, *self.below(rule, "blocker")))

    def rule(self, proof: Proof) -> Step:
        """A rule that spoke, or would have."""
        if proof.why in ("fails", "sleeps") or proof.why == "":
            return self.lacking(proof, "near" if proof.near else "rule.fails")
        by = listed([self.places.get(name, word("a-rule", self.lang)) for name in proof.by], "and", self.lang)
        text = word(f"rule.{proof.why}", self.lang, place=self.place(proof), value=result_text(proof, self.lang), by=by)
        expressions = [each for each in proof.children if each.kind == "expression"]
        with_value = proof.why == "gives" and expressions
        tests, values = (expressions[:-1], expressions[-1:]) if with_value else (expressions, [])
        below = [step for each in tests for step in conditions(each, self.lang)]
        below += [*self.below(proof, "blocker"), *self.below(proof, "principle")]
        below += [step for each in values for step in worked(each, self.lang)]
        mark = HOLDS if proof.why == "gives" else OPEN if proof.why == "hangs" else FAILS
        return Step(text, f"rule {proof.why}", mark, (*distinct(below), *self.more(proof)))

    # ------------------------------------------------------------------- cases

    def cases(self, proof: Proof) -> Step:
        """Several cases of what is not known."""
        if proof.why == "agree" and len(proof.children) == 1 and not proof.more:
            only = proof.children[0]
            top, *used = only.children or (only,)
            head = self.of(top)
            return Step(head.text, head.kind, head.mark, (*head.below, *self.each(tuple(used)), *self.more(only)))
        name = heading_of(proof.term, proof.terms, self.lang)
        text = word(f"cases.{proof.why}", self.lang, name=name, value=result_text(proof, self.lang))
        return Step(text, "cases", below=tuple(self.case_steps(proof)))

    def case_steps(self, proof: Proof) -> Iterator[Step]:
        """Each case; what rests on provisions that were shown is one line."""
        common = shared(proof.children)
        shown: set[object] = set()
        count, decided, left = 0, 0, proof.more
        for each in proof.children:
            grounds = tuple(step.citation for term in each.children for step in term.children if step.why == "gives")
            known = bool(grounds) and grounds in shown
            if known and is_decided(each):
                decided += 1
                continue
            if count >= CASES:
                left += 1
                continue
            count += 1
            yield Step(self.case_line(each, common), "case", below=() if known else self.grounds(each))
            shown.add(grounds)
        if decided:
            yield Step(word("decided-others", self.lang, count=decided), "case")
        if left:
            yield Step(word("more-cases", self.lang, count=left), "more")

    def grounds(self, case: Proof) -> tuple[Step, ...]:
        """What a case rests on; the asked term's own line is the case's."""
        if not case.children:
            return ()
        top, *used = case.children
        return (*self.of(top).below, *self.each(tuple(used)), *self.more(case))

    def case_line(self, case: Proof, common: frozenset[object]) -> str:
        """When a case is, and what it comes to."""
        when = [piece_text(fact, piece, case.terms, self.lang) for fact, piece in case.when if (fact, piece) not in common]
        when += [phrase(each, case.terms, self.lang) for each in case.supposed]
        value = result_text(case, self.lang)
        if case.why == "open":
            value = word("case-open", self.lang, facts=listed([name_of(each, case.terms, self.lang) for each in case.by], "and", self.lang))
        text = word("case", self.lang, when=", ".join(when), value=value) if when else word("case-always", self.lang, value=value)
        return word("alike", self.lang, text=text, count=case.alike - 1) if case.alike > 1 else text


def worked(value: Proof, lang: str) -> tuple[Step, ...]:
    """How the value of a rule came about: a claim as conditions, a number as a computation."""
    if isinstance(value.value, bool) and not isinstance(value.node, Literal | Fact | Decision):
        return conditions(value, lang)
    return computation(value, lang)


def is_remainder(rule: Proof) -> bool:
    """Whether a rule only says that a requirement does not arise where nothing requires it, and yields to one that speaks."""
    return isinstance(rule.node, Rule) and rule.node.name == NONE_HOLDS and rule.why == "outranked"


def shared(cases: tuple[Proof, ...]) -> frozenset[object]:
    """What all cases suppose alike and none looks at, so that it tells none from another."""
    found = [set(each.when) for each in cases]
    looked = {step.term for each in cases for step in each.walk() if step.kind == "expression"}
    return frozenset(pair for pair in set.intersection(*found) if pair[0] not in looked) if found else frozenset()


def is_decided(case: Proof) -> bool:
    """Whether the value of a case is the number that an authority decides."""
    gives = [step for term in case.children[:1] for step in term.children if step.why == "gives"]
    return bool(gives) and all(step.children and isinstance(step.children[-1].node, Decision) for step in gives)


def outline(proof: Proof, lang: str) -> Step:
    """*proof* as sentences."""
    return Outline(proof, lang).of(proof)

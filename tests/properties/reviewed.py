"""What the shipped law says as the machine understood it: a page for each rule file, for a lawyer to review beside the law.

`python tests/properties/reviewed.py` writes the pages of tests/golden/law and tests/golden/vocabulary again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import electrules
from electrules.explain.phrase import phrase
from electrules.explain.words import word
from electrules.rulebook.said import Said
from electrules.syntax.lexicon import Body
from electrules.syntax.written import Known, NotCodable, Reading, SilenceSaid, Statement
from electrules.tree.nodes import All, Expr, Requirement
from electrules.tree.terms import Terms, terms_of
from electrules.tree.types import Member, Number, OneOf, Term

GOLDEN = Path(__file__).parent.parent / "golden"
RULES = "rules/vn/"


def pages(law: electrules.Rulebook) -> dict[str, str]:
    """Every page by its path below tests/golden."""
    return {
        f"{path.removeprefix(RULES).removesuffix('.luat')}.md": text for made in (said_pages(law), word_pages(law)) for path, text in made.items()
    }


# ------------------------------------------------------------- what is said


def said_pages(law: electrules.Rulebook) -> dict[str, str]:
    """For each rule file the days of its instrument, then each provision: where it was read, how, what it requires, what it leaves open."""
    whole = law.laws.whole
    bodies, terms = whole.elaboration.lexicon.bodies, terms_of(tuple(whole.terms.values()), tuple(whole.units.values()))
    heads = {each.span.path: list(instrument(each)) for each in law.instruments}
    bodies_of: dict[str, dict[str, dict[str, None]]] = {path: {} for path in heads}
    for said in whole.elaboration.every():
        page = bodies_of.setdefault(said.version.span.path, {})
        page.setdefault(said.version.citation.text("vi"), {}).update(dict.fromkeys(lines(said, terms, bodies)))
    made = {}
    for path, provisions in bodies_of.items():
        sources = list(dict.fromkeys(line for notes in provisions.values() for line in notes if line.startswith(SOURCE)))
        legend = [f"- [{number}] {each.removeprefix(SOURCE)}" for number, each in enumerate(sources, 1)]
        text = [f"# {Path(path).stem}", "", *heads.get(path, ()), *legend]
        for place, notes in provisions.items():
            marks = "".join(f" [{number}]" for number, each in enumerate(sources, 1) if each in notes)
            text += ["", f"## {place}{marks}", *(f"- {each}" for each in notes if not each.startswith(SOURCE))]
        made[path] = "\n".join(text) + "\n"
    return made


SOURCE = "nguồn: "


def instrument(each: electrules.Instrument) -> Iterator[str]:
    if not each.binding:
        yield f"- {each.address}: {each.issuer}, không có hiệu lực, nói về luật từ {each.since:%d/%m/%Y}"
        return
    until = f", hết hiệu lực từ {each.until:%d/%m/%Y}" if each.until else ""
    yield f"- {each.address}: {each.issuer}, {each.issued:%d/%m/%Y}, hiệu lực từ {each.since:%d/%m/%Y}{until}"


def lines(said: Said, terms: Terms, bodies: Mapping[str, Body]) -> Iterator[str]:
    """What a lawyer has to look at in one version."""
    yield from filter(None, map(note, said.version.statements))
    yield from (required(each, terms, bodies) for each in said.requirements)


def note(statement: Statement) -> str | None:
    match statement:
        case Known(status, remark):
            return f"{SOURCE}{status}: {remark}"
        case Reading(reading, source):
            return f"cách hiểu: {reading}; theo: {source}"
        case SilenceSaid(kind, term, _, reason):
            return f"im lặng ({kind}) về {term.id}: {reason}"
        case NotCodable(what, reason):
            return f"không thành quy tắc: {what}; lý do: {reason}"
        case _:
            return None


def required(each: Requirement, terms: Terms, bodies: Mapping[str, Body]) -> str:
    claim = word(f"force.{each.force}", "vi", claim=phrase(each.claim, terms, "vi"))
    barred = "".join(f"; trừ khi {phrase(bar.condition, terms, 'vi')}" for bar in each.blockers)
    subject = bodies[each.subject].vi[0] if each.subject else "Ngày bầu cử"
    return f"{subject}{condition(each.condition, terms)}: {claim}{barred}"


def condition(expr: Expr, terms: Terms) -> str:
    always = isinstance(expr, All) and not expr.parts
    return "" if always else f" khi {phrase(expr, terms, 'vi')}"


# ------------------------------------------------------------ what is declared


def word_pages(law: electrules.Rulebook) -> dict[str, str]:
    """For each file of words a table: both names, role, range or list with the days of its members."""
    spans = law.lexicon.spans
    rows: dict[str, list[str]] = {}
    for term in dict.fromkeys(law.terms.values()):
        if term.role != "body":
            role = f"{term.role} ({term.decides})" if term.decides else term.role
            rows.setdefault(spans[term.id].path, []).append(f"| {term.name('vi')} | {term.name('en')} | {role} | {values(term)} |")
    for each in law.lexicon.authorities.values():
        rows.setdefault(spans[each.id].path, []).append(f"| {each.vi[0]} | {each.en[0]} | authority | {each.rank} |")
    head = ["| tên | name | là | trị |", "| --- | --- | --- | --- |"]
    return {path: "\n".join([f"# {Path(path).stem}", "", *head, *lines, ""]) for path, lines in rows.items()}


def values(term: Term) -> str:
    if isinstance(term.type, Number):
        return f"{term.type.least} … {term.type.most} {term.type.unit}".strip()
    if isinstance(term.type, OneOf) and term.type.owner == term.id:
        binding = f" (bắt buộc khi: {term.type.binding})" if term.type.binding else ""
        return "; ".join(map(existing, term.type.members)) + binding
    return f"như {term.type.owner}" if isinstance(term.type, OneOf) else type(term.type).__name__


def existing(member: Member) -> str:
    days = [f"từ {member.since:%d/%m/%Y}"] if member.since else []
    days += [f"đến trước {member.until:%d/%m/%Y}"] if member.until else []
    return f"{member.vi[0]} ({', '.join(days)})" if days else member.vi[0]


if __name__ == "__main__":
    for folder in ("law", "vocabulary"):
        shutil.rmtree(GOLDEN / folder, ignore_errors=True)
    for name, text in pages(electrules.load()).items():
        path = GOLDEN / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

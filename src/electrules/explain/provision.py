"""A provision in words: what stands there and stood there, the acts that wrote it, and where its terms are used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import field, frozen

from ..corpus.act import Act
from ..corpus.place import nearest_place
from ..corpus.version import Guard, Version
from ..diagnostics.diagnostic import diagnose
from ..diagnostics.errors import FactErrors
from ..languages import LANGS
from ..rulebook.names import place
from ..source.citation import Address
from ..values.time import write_day

if TYPE_CHECKING:
    from ..rulebook import Rulebook

SHOWN = 30
"""Places of one list that are shown; the rest are counted."""

_WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "from": "từ {first}",
        "until": "từ {first} đến hết {last}",
        "none": "chưa ngày nào có hiệu lực",
        "never": "không có hiệu lực",
        "only": "chỉ khi {condition}, theo {place}",
        "unless": "trừ khi {condition}, theo {place}",
        "about": "; chỉ về {term}",
        "acts": "Văn bản đã viết và sửa",
        "concludes": "Kết luận về",
        "requires": "Yêu cầu đối với",
        "uses": "Dựa vào",
        "used": "cũng được dùng ở",
        "more": "… và {count} nơi nữa",
        "write": "ban hành",
        "replace": "sửa đổi",
        "insert": "bổ sung",
        "repeal": "bãi bỏ",
        "substitute": "thay cụm từ",
        "transition": "chuyển tiếp",
    },
    "en": {
        "from": "from {first}",
        "until": "from {first} to the end of {last}",
        "none": "not in force on any day",
        "never": "not in force",
        "only": "only where {condition}, under {place}",
        "unless": "except where {condition}, under {place}",
        "about": "; only as to {term}",
        "acts": "Acts that wrote it",
        "concludes": "Concludes",
        "requires": "Requires something of",
        "uses": "Rests on",
        "used": "also used in",
        "more": "… and {count} more",
        "write": "enacted",
        "replace": "amended",
        "insert": "inserted",
        "repeal": "repealed",
        "substitute": "words replaced",
        "transition": "transition",
    },
}


@frozen
class Explained:
    """What is known of a place: its *versions*, the oldest first, the *acts* on it, and for each term the places of its use."""

    law: Rulebook = field(repr=False)
    address: Address
    versions: tuple[Version, ...]
    acts: tuple[Act, ...]
    concludes: Mapping[str, tuple[Address, ...]]
    uses: Mapping[str, tuple[Address, ...]]

    def text(self, lang: str = "vi") -> str:
        """All of it in words."""
        return "\n".join(_lines(self, lang))

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "version": 1,
            "address": self.address.text("en"),
            "versions": [_version_dict(each, self.law) for each in self.versions],
            "acts": [{"kind": each.kind, "since": each.since.isoformat(), "citation": each.citation.to_dict()} for each in self.acts],
            "concludes": {term: [each.text("en") for each in places] for term, places in self.concludes.items()},
            "uses": {term: [each.text("en") for each in places] for term, places in self.uses.items()},
        }


def explained(law: Rulebook, address: object) -> Explained:
    """What is known of the place *address*; raises `FactErrors` where nothing ever stands there."""
    at = place(address)
    versions = tuple(each for each in law.versions(at) if not any(guard.negated and not _matters(guard, each, law) for guard in each.guards))
    if not versions:
        near = nearest_place(at, law.corpus.places)
        suggestion = near.text(law.lang) if near is not None else None
        raise FactErrors([diagnose("ER0401", place=str(address), suggestion=suggestion)])
    own = set(versions)
    concludes, uses = {}, {}
    for term in law.terms.values():
        if own.intersection(law.concluding(term)):
            users = law.users_of(term) if term.role != "body" else ()
            concludes[term.id] = _places(users, own)
        if term.role != "body" and own.intersection(law.users_of(term)):
            uses[term.id] = _places(law.users_of(term), own)
    return Explained(law, versions[0].address if len({each.address for each in versions}) == 1 else at, versions, law.acts_on(at), concludes, uses)


def _places(versions: tuple[Version, ...], own: set[Version]) -> tuple[Address, ...]:
    return tuple(dict.fromkeys(each.address for each in versions if each not in own))


def _lines(explained: Explained, lang: str) -> Iterator[str]:
    words, law = _WORDS[lang], explained.law
    yield explained.address.text(lang)
    instrument = law.corpus.instruments.get(explained.address.home)
    if instrument is not None:
        yield f"  {instrument.title}"
    for version in explained.versions:
        yield ""
        yield f"{_days(version, law, lang)}: {version.citation.text(lang)}"
        yield from dict.fromkeys(f"  ({_guard(each, law, lang)})" for each in version.guards if _matters(each, version, law))
        yield from (f"  | {each}" for each in version.restatement)
        yield from _statements(version, law, lang)
    yield ""
    yield f"{words['acts']}:"
    yield from (f"  {write_day(act.since, lang)}  {words[act.kind]}: {act.citation.text(lang)}" for act in explained.acts)
    for heading, every in (("concludes", explained.concludes), ("uses", explained.uses)):
        if every:
            yield ""
            yield f"{words[heading]}:"
        for term, places in every.items():
            yield f"  {law.terms[term].name(lang)}"
            if places:
                yield f"    {words['used']}: {'; '.join(each.text(lang) for each in places[:SHOWN])}"
            if len(places) > SHOWN:
                yield f"    {words['more'].format(count=len(places) - SHOWN)}"


def _matters(guard: Guard, version: Version, law: Rulebook) -> bool:
    """Whether a transition speaks of something that *version* concludes."""
    return guard.term is None or version in law.concluding(guard.term)


def _guard(guard: Guard, law: Rulebook, lang: str) -> str:
    from ..syntax.print import Printer

    words = _WORDS[lang]
    condition = Printer(lang, law.lexicon).say(guard.condition, "condition")
    text = words["unless" if guard.negated else "only"].format(condition=condition, place=guard.citation.text(lang))
    return text + (words["about"].format(term=law.terms[guard.term].name(lang)) if guard.term is not None else "")


def _statements(version: Version, law: Rulebook, lang: str) -> Iterator[str]:
    from ..syntax.print import Printer

    printer = Printer(lang, law.lexicon)
    for statement in version.statements:
        yield from (line.text for line in printer.statement(statement))


def _days(version: Version, law: Rulebook, lang: str) -> str:
    words = _WORDS[lang]
    if not law.corpus.instruments[version.address.home].binding:
        return words["never"]
    return "; ".join(_stretch(first, last, lang) for first, last in law.days_of(version)) or words["none"]


def _stretch(first: date, last: date | None, lang: str) -> str:
    words = _WORDS[lang]["from" if last is None else "until"]
    return words.format(first=write_day(first, lang), last=write_day(last - timedelta(days=1), lang) if last is not None else "")


def _version_dict(version: Version, law: Rulebook) -> dict[str, object]:
    return {
        "days": [[first.isoformat(), last.isoformat() if last is not None else None] for first, last in law.days_of(version)],
        "citation": version.citation.to_dict(),
        "restatement": list(version.restatement),
        "text": {lang: list(_statements(version, law, lang)) for lang in LANGS},
        "conditions": [{"negated": each.negated, "citation": each.citation.to_dict()} for each in version.guards],
    }

"""The words of verdicts, by language, filled from what was found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from ..evaluate.piece import Piece
from ..source.citation import Citation
from ..tree.nodes import Value
from ..tree.terms import Terms
from ..tree.types import OneOf
from ..values.time import write_day

if TYPE_CHECKING:
    from .verdict import Verdict

WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {
        "head": "{name}, {days}: {what}.",
        "from to": "từ ngày {first} đến hết ngày {last}",
        "from": "từ ngày {first}",
        "to": "đến hết ngày {last}",
        "always": "mọi ngày",
        "proved": "đã chứng minh không có khoảng trống, không có mâu thuẫn",
        "contradiction proved": "đã chứng minh không có hai yêu cầu nào mâu thuẫn",
        "not decided": "CHƯA XÉT HẾT: có quá nhiều trường hợp",
        "contradiction not decided": "CHƯA XÉT HẾT: {places}: không rõ có thể cùng được đáp ứng hay không",
        "gap": "KHOẢNG TRỐNG: luật không quy định {where}",
        "conflict": "MÂU THUẪN: các quy định cho kết quả khác nhau {where}",
        "dead rule": "QUY ĐỊNH CHẾT: {places} không áp dụng cho trường hợp nào",
        "exception never wins": "NGOẠI LỆ VÔ HIỆU: {places} có trường hợp để áp dụng nhưng không bao giờ quyết định kết quả",
        "contradiction": "YÊU CẦU TRÁI NHAU: {places} không thể cùng được đáp ứng {where}",
        "known": "Đã được ghi nhận: {reason}.",
        "contradiction alone": "YÊU CẦU KHÔNG THỂ ĐÁP ỨNG: {places}",
        "later prevails": "{places} khác nhau, chỉ nhờ văn bản ban hành sau được ưu tiên; hãy xem có thiếu quy định bãi bỏ không",
        "silence": "luật không quy định {where}; đã được ghi nhận: {reason} ({places})",
        "where": "khi {facts}",
        "everywhere": "trong mọi trường hợp",
        "more": "{where} và {count} nhóm trường hợp khác",
        "one more": "{where} và một nhóm trường hợp khác",
        "also": "Cũng như vậy {where}.",
        "witness": "Ví dụ: {facts}; hỏi ngày {on}.",
        "still dead": "Ngay cả khi {facts}, hỏi ngày {on}, cũng không áp dụng.",
        "any facts": "không cần biết gì thêm",
        "nearest": "Gần nhất: {places}.",
        "places": "Căn cứ: {places}.",
        "and": "và",
        "other than": "{name} không phải là {values}",
        "too many": "{name} là một trong {count} giá trị, như {values}",
    },
    "en": {
        "head": "{name}, {days}: {what}.",
        "from to": "from {first} to {last}",
        "from": "from {first}",
        "to": "until {last}",
        "always": "on every day",
        "proved": "proved: no gap, no conflict",
        "contradiction proved": "proved: no two requirements contradict each other",
        "not decided": "NOT DECIDED: there are too many cases",
        "contradiction not decided": "NOT DECIDED: {places}: it is not clear whether they can be kept together",
        "gap": "GAP: the law is silent {where}",
        "conflict": "CONFLICT: provisions give different results {where}",
        "dead rule": "DEAD RULE: {places} applies to no case",
        "exception never wins": "EXCEPTION NEVER WINS: {places} has cases to apply to but never decides the result",
        "contradiction": "CONTRADICTION: {places} cannot be kept together {where}",
        "known": "Declared: {reason}.",
        "contradiction alone": "CANNOT BE KEPT: {places}",
        "later prevails": "{places} differ, and only the later act prevailing keeps them apart; see whether a repeal was forgotten",
        "silence": "the law is silent {where}; declared: {reason} ({places})",
        "where": "where {facts}",
        "everywhere": "in every case",
        "more": "{where} and in {count} more groups of cases",
        "one more": "{where} and in one more group of cases",
        "also": "Also {where}.",
        "witness": "Example: {facts}; asked on {on}.",
        "still dead": "Not even where {facts}, asked on {on}.",
        "any facts": "no facts needed",
        "nearest": "Nearest: {places}.",
        "places": "Under: {places}.",
        "and": "and",
        "other than": "{name} is none of {values}",
        "too many": "{name} is one of {count} values, as {values}",
    },
}
CITED_BELOW = {"gap": "nearest", "conflict": "places"}
SHOWN = 6
"""Members of a list, and provisions, that a sentence names before it counts."""


def verdict_text(verdict: Verdict, lang: str) -> str:
    """A verdict as sentences."""
    words = WORDS[lang]
    term = verdict.terms.get(verdict.term)
    name = term.name(lang) if term is not None else verdict.term
    places = places_text(verdict.citations, lang)
    what = words[_wording(verdict)].format(where=where_text(verdict, lang), places=places, reason=verdict.reason).strip()
    lines = [words["head"].format(name=name[:1].upper() + name[1:], days=days_text(verdict.first_day, verdict.last_day, lang), what=what)]
    is_dead = verdict.kind == "dead rule"
    if verdict.witness is not None and verdict.on is not None and verdict.verdict == "refuted" and (verdict.witness or not is_dead):
        wording = "still dead" if is_dead else "witness"
        lines.append(words[wording].format(facts=facts_text(verdict.witness, verdict.terms, lang), on=write_day(verdict.on, lang)))
    if _lists(verdict):
        lines += [words["also"].format(where=region_text(each, verdict.terms, lang)) for each in verdict.regions[1:SHOWN]]
    if verdict.verdict == "refuted" and verdict.reason:
        lines.append(words["known"].format(reason=verdict.reason.rstrip(".")))
    if verdict.citations and verdict.verdict == "refuted" and verdict.kind in CITED_BELOW:
        lines.append(words[CITED_BELOW[verdict.kind]].format(places=places))
    return "\n  ".join(lines)


def _wording(verdict: Verdict) -> str:
    """Which sentence says it."""
    if verdict.kind in ("later prevails", "silence"):
        return verdict.kind
    if verdict.kind == "contradiction":
        alone = " alone" if verdict.verdict == "refuted" and len(verdict.citations) == 1 else ""
        return {"proved": "contradiction proved", "not decided": "contradiction not decided"}.get(verdict.verdict, f"contradiction{alone}")
    return verdict.kind if verdict.verdict == "refuted" else verdict.verdict


def days_text(first: date | None, last: date | None, lang: str) -> str:
    """A stretch of days, both ends included."""
    form = {(True, True): "from to", (True, False): "from", (False, True): "to", (False, False): "always"}[first is not None, last is not None]
    return WORDS[lang][form].format(first=write_day(first, lang) if first else "", last=write_day(last, lang) if last else "")


def places_text(citations: tuple[Citation, ...], lang: str) -> str:
    """Provisions, joined; many are cut short."""
    said = list(dict.fromkeys(each.text(lang) for each in citations))
    if len(said) > SHOWN:
        return "; ".join(said[:SHOWN]) + "; …"
    return f" {WORDS[lang]['and']} ".join(said) if len(said) < 3 else "; ".join(said)


def where_text(verdict: Verdict, lang: str) -> str:
    """The first region in words, and how many more there are that are not said."""
    words = WORDS[lang]
    first = verdict.regions[0] if verdict.regions else {}
    text = "" if not first and verdict.kind == "contradiction" else region_text(first, verdict.terms, lang)
    others = len(verdict.regions) - (SHOWN if _lists(verdict) else 1)
    return words["more" if others > 1 else "one more"].format(where=text, count=others) if others > 0 else text


def region_text(region: Mapping[str, Piece], terms: Terms, lang: str) -> str:
    """All facts of one region in words."""
    parts = [piece_said(fact, piece, terms, lang) for fact, piece in region.items()]
    return WORDS[lang]["where"].format(facts=", ".join(parts)) if parts else WORDS[lang]["everywhere"]


def _lists(verdict: Verdict) -> bool:
    """Whether each region stands on a line of its own: of what is to be mended, none is only counted."""
    return verdict.verdict == "refuted" and verdict.kind in CITED_BELOW


def facts_text(facts: Mapping[str, Value], terms: Terms, lang: str) -> str:
    """Facts in words."""
    from ..explain.say import fact_text

    return "; ".join(fact_text(fact, value, terms, lang) for fact, value in facts.items()) or WORDS[lang]["any facts"]


def piece_said(fact: str, piece: Piece, terms: Terms, lang: str) -> str:
    """What a region supposes of a fact; of most of a long list, what it is not."""
    from ..explain.say import name_of, piece_text, value_text

    term = terms.get(fact)
    if isinstance(piece, frozenset) and term is not None and isinstance(term.type, OneOf) and len(piece) > SHOWN:
        listed = [each.id for each in term.type.members]
        others = [each for each in listed if each not in piece]
        few = others if len(others) <= SHOWN else [each for each in listed if each in piece][:3]
        values = ", ".join(value_text(each, "", fact, terms, lang) for each in few)
        form = "other than" if len(others) <= SHOWN else "too many"
        return WORDS[lang][form].format(name=name_of(fact, terms, lang), values=values, count=len(piece))
    return piece_text(fact, piece, terms, lang)

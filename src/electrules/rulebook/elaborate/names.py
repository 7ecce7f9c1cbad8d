"""What messages call types, units and terms, (vi, en)."""

from __future__ import annotations

from ...languages import in_both
from ...syntax.lexicon import Lexicon
from ...syntax.written import Word
from ...tree.types import Clock, Day, ListOf, Moment, Number, OneOf, Term, Text, Type, YesNo

Names = tuple[str, str]

ROLES: dict[str, Names] = {
    "fact": ("dữ kiện", "a fact"),
    "decision": ("quyết định", "a decision"),
    "conclusion": ("kết luận", "a conclusion"),
}
EVENT: Names = ("một sự kiện", "an event")
FIXED_NUMBER: Names = ("một con số cụ thể", "a plain number")
DAYS: Names = ("số ngày, tháng hoặc năm", "a number of days, months or years")
_UNITLESS: Names = ("không đơn vị", "no unit")
_DURATIONS: dict[str, Names] = {
    "day": ("ngày", "day"),
    "working day": ("ngày làm việc", "working day"),
    "hour": ("giờ", "hour"),
    "month": ("tháng", "month"),
    "year": ("năm", "year"),
}


def word_name(lexicon: Lexicon, word: Word) -> Names:
    """What messages call a declared word."""
    vi, en = in_both(lambda lang: lexicon.names(word.kind, word.id, lang, word.of)[0])
    return vi, en


def type_name(type_: Type) -> Names:
    """What messages call a type."""
    match type_:
        case YesNo():
            return "khái niệm có hoặc không", "a yes/no term"
        case Number():
            return "số", "a number"
        case Day():
            return "ngày", "a day"
        case Clock():
            return "giờ", "a time of day"
        case Moment():
            return "thời điểm", "a moment"
        case OneOf():
            return "một thành viên của danh sách", "a member of a list"
        case Text():
            return "văn bản tự do", "free text"
        case ListOf():
            return "danh sách bản ghi", "a list of records"


def term_name(term: Term) -> Names:
    """What messages call a term."""
    return term.names[0][0], term.names[1][0]


def unit_name(lexicon: Lexicon, unit: str) -> Names:
    """What messages call a unit."""
    if not unit:
        return _UNITLESS
    found = lexicon.units.get(unit)
    return (found.vi[0], found.en[0]) if found else _DURATIONS.get(unit, (unit, unit))


def listed(names: list[Names]) -> Names:
    """Several names, parted by commas."""
    return ", ".join(vi for vi, _ in names), ", ".join(en for _, en in names)

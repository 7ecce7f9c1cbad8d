"""A result in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics.render import visible
from ..values.wording import filled

if TYPE_CHECKING:
    from .result_found import Result

WORDS = {
    "vi": {
        "True": "Kết quả được công nhận.",
        "False": "Kết quả không được công nhận.",
        "None": "Chưa nói được kết quả có được công nhận hay không.",
        "elected": "Trúng cử: {names}.",
        "nobody": "Không ai trúng cử.",
        "unsaid": "Chưa nói được ai trúng cử.",
        "open": "Còn {count} đại biểu chưa có người.",
        "tie": "Luật không phân biệt {names} cho {count} đại biểu: cần quyết định được ghi lại.",
        "next.none": "Không có cuộc bầu cử nào tiếp theo.",
        "next.extra election may": "Việc bầu cử thêm được xem xét, chậm nhất {count} ngày sau ngày bầu cử đầu tiên.",
        "next.extra election must": "Phải bầu cử thêm, chậm nhất {count} ngày sau ngày bầu cử đầu tiên.",
        "next.re-run": "Phải bầu cử lại, chậm nhất {count} ngày sau ngày bầu cử đầu tiên.",
        "next.undetermined": "Bước tiếp theo: luật không quy định hoặc chưa nói được.",
        "unread": "Chưa đọc được văn bản: bộ quy tắc không có luật về kết quả bầu cử.",
        "checks": "{count} phép kiểm, {errors} lỗi, {warnings} cảnh báo:",
        "under": "Căn cứ: {citations}.",
        "missing": "Cần biết: {names}.",
    },
    "en": {
        "True": "The result is recognised.",
        "False": "The result is not recognised.",
        "None": "Whether the result is recognised cannot be said.",
        "elected": "Elected: {names}.",
        "nobody": "Nobody is elected.",
        "unsaid": "Who is elected cannot be said.",
        "open": "{count|seat is|seats are} left open.",
        "tie": "The law does not separate {names} for {count|seat|seats}: a recorded decision is needed.",
        "next.none": "No further election.",
        "next.extra election may": "An extra election may be decided on, at the latest {count|day|days} after the first election day.",
        "next.extra election must": "An extra election must be held, at the latest {count|day|days} after the first election day.",
        "next.re-run": "A re-run must be held, at the latest {count|day|days} after the first election day.",
        "next.undetermined": "What follows: the law is silent, or it cannot be said.",
        "unread": "Not read: the rulebook holds no law on election results.",
        "checks": "{count|check|checks}, {errors|error|errors}, {warnings|warning|warnings}:",
        "under": "Under: {citations}.",
        "missing": "Needed: {names}.",
    },
}


def result_text(found: Result, lang: str) -> str:
    """Recognition, who is elected, ties, what follows, on what grounds; then the checks that do not hold."""

    def say(key: str, **slots: object) -> str:
        return filled(WORDS[lang][key], slots)

    who = [visible(each) for each in found.elected]
    lines = [say("unread")] if found.outcome == "unread" and found.recognised is None and not found.answers else [say(str(found.recognised))]
    if found.recognised is not None:
        lines.append(say("elected", names=", ".join(who)) if who else say("nobody" if found.outcome == "answered" else "unsaid"))
    if found.tie is not None:
        lines.append(say("tie", names=", ".join(map(visible, found.tie[0])), count=found.tie[1]))
    elif found.open and found.recognised and found.outcome == "answered":
        lines.append(say("open", count=found.open))
    if found.recognised is not None:
        lines.append(say(f"next.{found.next}", count=found.within if found.within is not None else "…"))
    if found.missing:
        lines.append(say("missing", names=", ".join(each.name(lang) for each in found.missing)))
    if found.citations:
        lines.append(say("under", citations=", ".join(each.text(lang) for each in found.citations)))
    failed = [each for each in found.checks if not each.ok]
    errors = sum(each.severity == "error" for each in failed)
    summary = say("checks", count=len(found.checks), errors=errors, warnings=len(failed) - errors)
    lines.append(summary if failed else summary[:-1] + ".")
    lines += [f"  {each.text(lang)}" for each in failed]
    return "\n".join(lines)

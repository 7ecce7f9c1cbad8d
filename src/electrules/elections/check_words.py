"""What each check of counts requires, in each language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..diagnostics.render import visible

if TYPE_CHECKING:
    from .check import Check

WORDS: dict[str, tuple[str, str]] = {
    "missing-body": ("nêu cơ quan được bầu", "the body to be elected is named"),
    "missing-round": ("nêu vòng bầu cử", "the round is named"),
    "missing-seats": ("nêu số đại biểu được ấn định", "the seats are given"),
    "missing-candidates": ("nêu những người ứng cử", "the candidates are given"),
    "missing-listed": ("nêu số cử tri trong danh sách", "the listed voters are given"),
    "missing-voted": ("nêu số cử tri tham gia bỏ phiếu", "the voters who voted are given"),
    "missing-valid": ("nêu số phiếu hợp lệ", "the valid ballots are given"),
    "missing-invalid": ("nêu số phiếu không hợp lệ", "the invalid ballots are given"),
    "missing-issued": ("nêu số phiếu phát ra", "the ballots issued are given"),
    "missing-collected": ("nêu số phiếu thu vào", "the ballots collected are given"),
    "missing-name": ("mỗi người ứng cử có họ tên", "each candidate has a name"),
    "missing-votes": ("mỗi người ứng cử có số phiếu bầu", "each candidate has votes"),
    "missing-born": ("mỗi người ứng cử có ngày sinh, để xếp khi bằng phiếu", "each candidate has a day of birth, by which equal votes are ranked"),
    "whole-number": ("mọi số đếm là số nguyên", "all counts are whole numbers"),
    "not-negative": ("không số đếm nào âm", "no count is negative"),
    "too-large": ("mọi số đếm nằm trong khoảng mà thuật ngữ của luật cho phép", "all counts lie in the range of the terms of the law"),
    "seats-positive": ("có ít nhất một đại biểu để bầu", "there is a seat to fill"),
    "listed-positive": ("danh sách cử tri không trống", "the voter list is not empty"),
    "valid-some": ("có phiếu hợp lệ", "there are valid ballots"),
    "name-twice": ("không người ứng cử nào được nêu hai lần", "no candidate is given twice"),
    "born-day": ("ngày sinh là một ngày", "a day of birth is a day"),
    "born-before": ("sinh trước ngày bầu cử", "born before election day"),
    "field-unknown": ("mọi tên trường đều được hiểu và chỉ nêu một lần", "all names of fields are understood, and given once"),
    "election-day": ("ngày bầu cử là ngày luật cho phép", "the election day is one that the law allows"),
    "surplus": ("số người ứng cử nhiều hơn số đại biểu như luật đòi", "there are as many more candidates than seats as the law asks for"),
    "everybody-voted": ("không phải mọi cử tri trong danh sách đều đã bỏ phiếu", "not every listed voter voted"),
    "voted-listed": ("số cử tri đã bỏ phiếu không quá số cử tri trong danh sách", "the voters who voted are not more than the listed voters"),
    "issued-voted": ("số phiếu phát ra không ít hơn số cử tri đã bỏ phiếu", "the ballots issued are not fewer than the voters who voted"),
    "issued-listed": ("số phiếu phát ra không quá số cử tri trong danh sách", "the ballots issued are not more than the listed voters"),
    "collected-issued": ("số phiếu thu vào không quá số phiếu phát ra", "the ballots collected are not more than the ballots issued"),
    "collected-voted": ("số phiếu thu vào không quá số cử tri đã bỏ phiếu", "the ballots collected are not more than the voters who voted"),
    "collected-all": ("mọi cử tri đã bỏ phiếu đều có phiếu thu vào", "a ballot was collected of every voter who voted"),
    "valid-invalid-collected": (
        "phiếu hợp lệ và không hợp lệ cộng lại bằng số phiếu thu vào",
        "valid and invalid ballots add up to the ballots collected",
    ),
    "valid-invalid-voted": (
        "phiếu hợp lệ và không hợp lệ cộng lại không quá số cử tri đã bỏ phiếu",
        "valid and invalid ballots are together not more than the voters who voted",
    ),
    "valid-collected": ("số phiếu hợp lệ không quá số phiếu thu vào", "the valid ballots are not more than the ballots collected"),
    "invalid-collected": ("số phiếu không hợp lệ không quá số phiếu thu vào", "the invalid ballots are not more than the ballots collected"),
    "valid-voted": ("số phiếu hợp lệ không quá số cử tri đã bỏ phiếu", "the valid ballots are not more than the voters who voted"),
    "votes-valid": ("không ai được nhiều phiếu hơn số phiếu hợp lệ", "nobody has more votes than there are valid ballots"),
    "votes-choices": (
        "tổng số phiếu bầu không quá số phiếu hợp lệ nhân với số tên mà một phiếu được để lại",
        "all votes are not more than valid ballots times the names that one may leave",
    ),
    "votes-least": (
        "tổng số phiếu bầu không ít hơn số phiếu hợp lệ nhân với số tên mà một phiếu phải để lại",
        "all votes are not fewer than valid ballots times the names that one must leave",
    ),
    "invalid-share": ("phần phiếu không hợp lệ không quá mức đã cho", "the share of invalid ballots is not above the one given"),
    "turnout-share": ("tỷ lệ đi bầu không quá mức đã cho", "the turnout is not above the one given"),
    "area-name": ("mỗi khu vực bỏ phiếu có tên", "each polling area has a name"),
    "area-twice": ("không khu vực bỏ phiếu nào được nêu hai lần", "no polling area is given twice"),
    "area-entries": ("hai lần nhập của một khu vực bỏ phiếu giống nhau", "two entries of one polling area are alike"),
    "area-total": (
        "không dòng nào có mọi con số bằng tổng của những dòng khác, như dòng cộng",
        "no row has in every number the sum of other rows, as a row of totals has",
    ),
    "area-field": ("mọi tên trường của khu vực đều được hiểu và chỉ nêu một lần", "all names of fields of areas are understood, and given once"),
    "area-candidate": ("khu vực chỉ nêu những người ứng cử của đơn vị", "areas name only candidates of the constituency"),
    "area-votes": ("mỗi khu vực nêu số phiếu của mọi người ứng cử", "each area gives the votes of every candidate"),
    "area-missing": ("mỗi khu vực nêu đủ số cử tri và số phiếu", "each area gives all counts"),
}
"""What must hold, by the code of the check. A check of areas has the code of that of the constituency after "area-"; of sums "sum-"."""

SUMS = {
    "listed": ("số cử tri trong danh sách", "the listed voters"),
    "voted": ("số cử tri đã bỏ phiếu", "the voters who voted"),
    "issued": ("số phiếu phát ra", "the ballots issued"),
    "collected": ("số phiếu thu vào", "the ballots collected"),
    "valid": ("số phiếu hợp lệ", "the valid ballots"),
    "invalid": ("số phiếu không hợp lệ", "the invalid ballots"),
    "votes": ("số phiếu bầu của mỗi người", "the votes of each candidate"),
}


def required(code: str, lang: str) -> str:
    """What the check *code* requires."""
    side = lang == "en"
    if code in WORDS:
        return WORDS[code][side]
    if code.startswith("sum-"):
        what = SUMS[code.removeprefix("sum-")][side]
        return f"{what} of the areas add up to that of the constituency" if side else f"{what} của các khu vực cộng lại bằng của đơn vị bầu cử"
    inner = required(code.removeprefix("area-"), lang)
    return f"in each polling area {inner}" if side else f"ở mỗi khu vực bỏ phiếu {inner}"


def place(lang: str, name: str, row: int | None) -> str:
    """Where a check fails: the name, and the row of the file if it is known."""
    return visible(name) if row is None else f"{visible(name)} ({'row' if lang == 'en' else 'dòng'} {row})"


def said(check: Check, lang: str) -> str:
    """A check in words: its mark, what it requires, where it fails, with what numbers, under which provision."""
    mark = "✓" if check.ok else ("✗" if check.severity == "error" else "!")
    text = required(check.code, lang)
    if not check.ok:
        if check.numbers:
            text += " (" + ", ".join(visible(str(each)) for each in check.numbers) + ")"
        if check.places:
            more = check.count - len(check.places)
            rest = ("" if more <= 0 else f" and {more} more") if lang == "en" else ("" if more <= 0 else f" và {more} nơi khác")
            text += ": " + ", ".join(map(partial(place, lang), check.places, check.rows)) + rest
    if check.citation is not None:
        text += (", under " if lang == "en" else ", theo ") + check.citation.text(lang)
    return f"{mark} {text}"

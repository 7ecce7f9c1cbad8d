"""Every code that can be said, its severity and its page; the words stand on the page.

Families: 01 characters and files, 02 words and names, 03 sentences, 04 places, acts and time, 05 meaning, 06 facts.
"""

from __future__ import annotations

PAGES = {
    "ER0101": "not-text",
    "ER0102": "forbidden-character",
    "ER0103": "look-alike-letter",
    "ER0104": "marks-in-wrong-order",
    "ER0105": "file-too-large",
    "ER0106": "no-language-line",
    "ER0107": "merge-conflict",
    "ER0108": "typographic-character",
    "ER0109": "spreadsheet-formula",
    "ER0110": "nesting-too-deep",
    "ER0111": "too-many-tokens",
    "ER0112": "cannot-read",
    "ER0113": "cases-not-understood",
    "ER0201": "unknown-words",
    "ER0202": "name-declared-twice",
    "ER0203": "names-that-clash",
    "ER0204": "form-of-the-other-language",
    "ER0205": "number-not-clear",
    "ER0206": "no-such-day",
    "ER0207": "declaration-not-understood",
    "ER0208": "attribute-out-of-place",
    "ER0209": "said-twice",
    "ER0301": "unexpected-word",
    "ER0302": "statement-not-finished",
    "ER0303": "and-or-mixed",
    "ER0304": "and-after-thuoc",
    "ER0305": "text-before-heading",
    "ER0306": "quotation-not-closed",
    "ER0307": "time-of-day-not-clear",
    "ER0308": "below-zero",
    "ER0401": "unknown-place",
    "ER0402": "instrument-declared-twice",
    "ER0403": "provision-written-twice",
    "ER0404": "act-on-nothing",
    "ER0405": "day-out-of-range",
    "ER0406": "cycle-of-acts",
    "ER0407": "held-but-not-concluded",
    "ER0410": "which-instrument",
    "ER0412": "law-in-what-is-not-in-force",
    "ER0414": "exception-beside-the-matter",
    "ER0415": "against-higher-rank",
    "ER0416": "acts-differ",
    "ER0417": "in-force-before-issue",
    "ER0418": "cannot-be-barred",
    "ER0501": "too-many-cases",
    "ER0502": "wrong-type",
    "ER0503": "wrong-unit",
    "ER0504": "out-of-range",
    "ER0505": "cycle",
    "ER0506": "ambiguous-unit-or-verb",
    "ER0507": "rounding-not-named",
    "ER0508": "not-on-the-list",
    "ER0509": "pieces-without-start",
    "ER0510": "nothing-to-bound",
    "ER0511": "duration-not-counted",
    "ER0512": "nothing-in-its-place",
    "ER0521": "conventions-disagree",
    "ER0522": "no-stretch",
    "ER0523": "counted-from-nothing",
    "ER0524": "cannot-be-conditional",
    "ER0525": "continues-without-text",
    "ER0540": "place-it-does-not-have",
    "ER0541": "contents-that-cannot-be",
    "ER0550": "no-such-interpretation",
    "ER0551": "interpretation-named-twice",
    "ER0601": "unknown-fact",
    "ER0602": "fact-of-wrong-type",
    "ER0603": "binary-float",
    "ER0604": "yes-or-no-for-a-number",
    "ER0605": "fact-out-of-range",
    "ER0606": "fact-not-on-the-list",
    "ER0607": "fact-given-twice",
    "ER0608": "not-the-day-asked",
    "ER0609": "facts-break-a-constraint",
    "ER0610": "decision-out-of-bounds",
    "ER0611": "fact-in-wrong-unit",
    "ER0612": "fact-not-a-day",
    "ER0613": "facts-not-understood",
    "ER0614": "unit-named-twice",
    "ER0615": "no-such-unit",
    "ER0616": "distribution-not-understood",
    "ER0617": "floors-above-the-seats",
    "ER0618": "caps-below-the-seats",
    "ER0619": "nothing-to-distribute-by",
    "ER0620": "cell-not-read",
    "ER0621": "counts-do-not-agree",
    "ER0622": "person-named-twice",
    "ER0623": "no-such-plan",
    "ER0624": "no-power-to-move",
    "ER0630": "day-beyond-all-days",
    "ER0643": "name-not-what-it-looks-like",
}

WARNINGS: frozenset[str] = frozenset()
"""Codes that warn; all others stop a load."""


def severity_of(code: str) -> str:
    """Whether *code* is an "error" or a "warning"."""
    return "warning" if code in WARNINGS else "error"


def page_of(code: str) -> str:
    """The page that explains *code*, as a path in the project."""
    return f"docs/errors/{code}-{PAGES[code]}.md" if code in PAGES else "docs/errors/README.md"

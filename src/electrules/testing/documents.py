"""Random sentences of a surface, drawn from the table of constructs itself: every pattern is met."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from ..limits import FIRST_DAY, LAST_DAY
from ..syntax.leaves import LEAVES
from ..syntax.lexicon import Lexicon, has_verb, no_form, yes_form
from ..syntax.print import closure
from ..syntax.table import Keyword, Mark, Noise, Part, Pattern, constructs
from ..tree.types import OneOf, YesNo
from ..values.number import write_number
from ..values.time import write_day

DEEP = 4
"""How deep a drawn sentence may nest before only leaves are drawn."""

_PLACES = {
    "vi": ("điểm a khoản 1 Điều 18", "khoản này", "điểm b khoản này", "Điều 2 của 12/2001/QH10", "khoản 1a Điều 6a", "điểm đ khoản 2 Điều này"),
    "en": (
        "point a clause 1 article 18",
        "this clause",
        "point b of this clause",
        "article 2 of 12/2001/QH10",
        "clause 1a article 6a",
        "point đ clause 2 of this article",
    ),
}


class Sentences:
    """Draws sentences of one *surface* with the words of *lexicon*."""

    def __init__(self, lexicon: Lexicon, surface: str) -> None:
        self.lexicon = lexicon
        self.surface = surface
        self.quoting = False
        self.at = 1 if surface == "en" else 0
        terms = lexicon.terms
        flags = [each for each in terms if isinstance(each.type, YesNo)]
        self.words: dict[str, Sequence[str]] = {
            "unit": [lexicon.names("unit", id, surface)[0] for id in lexicon.units],
            "term": [each.names[self.at][0] for each in terms if not isinstance(each.type, YesNo)],
            "flag": [each.names[self.at][0] for each in flags],
            "yes": [form for each in flags if (form := yes_form(each, surface)) not in each.names[self.at]]
            or [each.names[self.at][0] for each in flags],
            "no": [no_form(each, surface) for each in flags],
            "member": [
                member.en[0] if self.at else member.vi[0]
                for each in terms
                if isinstance(each.type, OneOf) and each.type.owner == each.id
                for member in each.type.members
            ],
            "verb": [each.yes[self.at] for each in terms if each.yes[self.at] and has_verb(each)],
            "absent": [each.no[self.at] for each in terms if each.role == "conclusion" and each.no[self.at]],
            "authority": [lexicon.names("authority", id, surface)[0] for id in lexicon.authorities],
            "body": [lexicon.names("body", id, surface)[0] for id in lexicon.bodies],
        }
        self.words["actor"] = [*self.words["authority"], *self.words["body"]]

    def leaf(self, category: str) -> st.SearchStrategy[str]:
        """One token of a leaf category."""
        if category in self.words:
            return st.sampled_from(self.words[category])
        numbers = st.integers(0, 3_000_000)
        return {
            "number": numbers.map(lambda number: write_number(number, self.surface)),
            "percent": st.integers(0, 100).map(lambda number: f"{number} %"),
            "share": st.tuples(st.integers(1, 9), st.integers(2, 9)).map(lambda pair: f"{pair[0]}/{pair[1]}"),
            "day": st.dates(FIRST_DAY, LAST_DAY).map(lambda day: write_day(day, self.surface)),
            "clock": st.times().map(lambda at: f"{at:%H:%M}"),
            "string": st.just('"An Giang 2021"'),
            "free": st.sampled_from(("bước 50.000 dân", "công văn 33/VPHĐBCQG-PL ngày 26/01/2021", "a remark")),
            "letter": st.sampled_from(("a)", "b)", "đ)", "1)")),
            "opening": st.just('"'),
            "closing": st.just('"'),
            "quote": st.just('"'),
            "reference": st.sampled_from(_PLACES[self.surface]),
            "references": st.lists(st.sampled_from(_PLACES[self.surface]), min_size=1, max_size=2).map(
                {"vi": " và ", "en": " and "}[self.surface].join
            ),
            "instrument": st.just("12/2001/QH10"),
        }[category]

    def draw(self, draw: st.DrawFn, category: str, depth: int = 0) -> str:
        """A random phrase of *category*."""
        if category in LEAVES:
            return draw(self.leaf(category))
        inside = closure(category)
        choices: list[tuple[str, Pattern]] = [
            ("", pattern) for row in constructs().rows if row.category in inside for pattern in row.patterns(self.surface)
        ]
        if self.quoting:  # a quotation holds no quotation marks
            choices = [each for each in choices if all(part.category not in ("quoted", "string") for part in each[1].parts)]
        if depth > DEEP:
            choices = [each for each in choices if all(part.category in LEAVES or part.category in _SHALLOW for part in each[1].parts)] or choices[:1]
        leaves = [each for each in inside if each in LEAVES]
        picked = draw(st.integers(0, len(choices) + len(leaves) - 1))
        if picked >= len(choices):
            return draw(self.leaf(leaves[picked - len(choices)]))
        return self.said(draw, choices[picked][1], depth)

    def said(self, draw: st.DrawFn, pattern: Pattern, depth: int) -> str:
        words = []
        outer, self.quoting = self.quoting, self.quoting or any(part.category == "quoted" for part in pattern.parts)
        for element in pattern.elements:
            if isinstance(element, Keyword):
                words.append(element.words)
            elif isinstance(element, Mark):
                words.append(element.sign)
            elif isinstance(element, Noise):
                continue
            else:
                words.append(self.part(draw, element, depth + 1))
        self.quoting = outer
        return " ".join(words).replace(" :", ":")

    def part(self, draw: st.DrawFn, part: Part, depth: int) -> str:
        count = draw(st.integers(part.least, part.least + (depth < DEEP))) if part.least else 1
        between = (
            {None: " "}.get(part.separator)
            if part.separator is None
            else part.separator.sign
            if isinstance(part.separator, Mark)
            else part.separator.words
        )
        return f" {between} ".join(self.draw(draw, part.category, depth) for _ in range(count))


_SHALLOW = frozenset({"quantity", "range", "sum", "product", "factor", "award", "dayvalue", "duration"})


def sentences(lexicon: Lexicon, surface: str, category: str = "statement") -> st.SearchStrategy[str]:
    """Random sentences of *surface* in the words of *lexicon*; some are refused where a lawyer could read them two ways."""

    @st.composite
    def one(draw: st.DrawFn) -> str:
        return Sentences(lexicon, surface).draw(draw, category)

    return one()

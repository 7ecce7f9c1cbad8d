"""A name that other words could cover or swallow is refused where it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..kept import Kept
from ..source.text import folded as fold
from .lexicon import Lexicon, Phrase
from .token import lexemes


def clashes(lexicon: Lexicon, surface: str) -> Iterator[Diagnostic]:
    """Each declared phrase of *surface* that means two things, or that other phrases together could be read as.

    A clash with what is declared in a file below is said of the phrase on top, which is the one to change.
    """
    key = (lexicon.words, surface)
    if _CLEAR.get(key) is None:
        found = tuple(_clashes(lexicon, surface))
        if not found:
            _CLEAR.keep(key, True)
        yield from found


_CLEAR: Kept[bool] = Kept(64)
"""The words among which no two clash."""


def _clashes(lexicon: Lexicon, surface: str) -> Iterator[Diagnostic]:
    from .grammar import follows
    from .table import keyword_terminals

    # "province name": a subject before a bare term would be an error, never another meaning
    allowed = follows(surface) - {("MEMBER", "TERM")}
    phrases = sorted(lexicon.phrases(surface), key=lambda each: each.span.path not in lexicon.below)
    known: dict[str, tuple[str, str]] = {words: (terminal, words) for words, terminal in keyword_terminals(surface).items()}
    starts = Starts()
    for keyword, (terminal, _) in known.items():
        starts.plant(words_in(keyword), terminal)
    seen: dict[str, Phrase] = {}
    told = set()  # names that clash make yes-forms and no-forms that do
    for phrase in phrases:
        before = seen.get(phrase.words)
        if phrase.words in known:
            yield diagnose("ER0203", phrase.span, name=phrase.words, other=phrase.words, case="keyword")
        elif before is None:
            seen[phrase.words] = phrase
            starts.plant(words_in(phrase.words), phrase.terminal)
        elif before.id != phrase.id and (before.span, phrase.span) not in told:
            told.add((before.span, phrase.span))
            yield diagnose("ER0202", phrase.span, name=phrase.words, places=(before.span,))
    for phrase in seen.values():
        words = words_in(phrase.words)
        other = covered(words, starts, allowed)
        if other:
            shown = " + ".join(" ".join(each) for each in other)
            if phrase.span.path in lexicon.below:
                above = (seen.get(" ".join(each)) for each in other)
                culprit = next((each for each in above if each is not None and each.span.path not in lexicon.below), None)
                if culprit is not None:  # the words below alone do not clash, or that is said of them
                    yield diagnose("ER0203", culprit.span, name=culprit.words, below=phrase.words, other=shown, case="below")
                continue
            denied = phrase.terminal == "NO" and phrase.words != fold(lexicon.term(phrase.id).no[surface == "en"])
            yield diagnose("ER0203", phrase.span, name=phrase.words, other=shown, case="denied" if denied else "")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a phrase."""
    return tuple(piece.text for piece in lexemes(text, 0, len(text)))


class Starts:
    """A beginning of phrases: the terminals that end with it, one phrase of each terminal that goes on, and the longer beginnings."""

    __slots__ = ("after", "ends", "longer")

    def __init__(self) -> None:
        self.after: dict[str, Starts] = {}
        self.ends: dict[str, None] = {}
        self.longer: dict[str, tuple[str, ...]] = {}

    def plant(self, words: tuple[str, ...], terminal: str) -> None:
        """Add the phrase *words*, which is read as *terminal*."""
        node = self
        for word in words:
            node.longer.setdefault(terminal, words)
            node = node.after.setdefault(word, Starts())
        if words:
            node.ends[terminal] = None

    def along(self, words: tuple[str, ...]) -> Iterator[Starts]:
        """The longer and longer beginnings that *words* have in common with a phrase."""
        node = self
        for word in words:
            if word not in node.after:
                return
            node = node.after[word]
            yield node


def covered(words: tuple[str, ...], starts: Starts, follows: frozenset[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Two or more phrases that the grammar lets follow one another and whose words begin with *words*."""
    stack: list[tuple[int, str | None, tuple[tuple[str, ...], ...]]] = [(0, None, ())]
    seen = set()
    while stack:
        at, before, taken = stack.pop()
        if (at, before) in seen:  # what stands before has no say in what may follow
            continue
        seen.add((at, before))
        for end, node in enumerate(starts.along(words[at:]), at + 1):
            if end < len(words):
                stack.extend((end, terminal, (*taken, words[at:end])) for terminal in node.ends if before is None or (before, terminal) in follows)
            elif before is not None:
                whole = {**dict.fromkeys(node.ends, words[at:]), **node.longer}
                found = next((each for terminal, each in whole.items() if terminal != "UNIT" and (before, terminal) in follows), None)
                if found is not None:
                    return (*taken, found)
    return ()

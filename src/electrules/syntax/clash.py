"""A name that other words could cover or swallow is refused where it is declared."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics.diagnostic import Diagnostic, diagnose
from .lexicon import Lexicon, Phrase
from .token import lexemes


def clashes(lexicon: Lexicon, surface: str) -> Iterator[Diagnostic]:
    """Each declared phrase of *surface* that means two things, or that other phrases together could be read as."""
    from .grammar import follows
    from .table import keyword_terminals

    # "province name": a subject before a bare term would be an error, never another meaning
    allowed = follows(surface) - {("MEMBER", "TERM")}
    phrases = list(lexicon.phrases(surface))
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
            yield diagnose("ER0203", phrase.span, name=phrase.words, other=" + ".join(" ".join(each) for each in other))


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


def covered(words: tuple[str, ...], starts: Starts, follows: frozenset[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Two or more phrases that the grammar lets follow one another and whose words begin with *words*."""
    stack: list[tuple[int, str | None, tuple[tuple[str, ...], ...]]] = [(0, None, ())]
    seen = set()
    while stack:
        at, before, taken = stack.pop()
        if (at, before) in seen:  # what stands before has no say in what may follow
            continue
        seen.add((at, before))
        node: Starts | None = starts
        for end in range(at + 1, len(words)):
            node = node.after.get(words[end - 1])
            if node is None:
                break
            stack.extend((end, terminal, (*taken, words[at:end])) for terminal in node.ends if before is None or (before, terminal) in follows)
        last = node.after.get(words[-1]) if node is not None else None
        if last is not None and before is not None:
            whole = {**dict.fromkeys(last.ends, words[at:]), **last.longer}
            found = next((each for terminal, each in whole.items() if terminal != "UNIT" and (before, terminal) in follows), None)
            if found is not None:
                return (*taken, found)
    return ()

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
    starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for keyword, (terminal, _) in known.items():
        split = _words(keyword)
        starts.setdefault(split[0], []).append((split, terminal))
    seen: dict[str, Phrase] = {}
    told = set()  # names that clash make yes-forms and no-forms that do
    for phrase in phrases:
        before = seen.get(phrase.words)
        if phrase.words in known:
            yield diagnose("ER0203", phrase.span, name=phrase.words, other=phrase.words, case="keyword")
        elif before is None:
            seen[phrase.words] = phrase
            split = _words(phrase.words)
            if split:
                starts.setdefault(split[0], []).append((split, phrase.terminal))
        elif before.id != phrase.id and (before.span, phrase.span) not in told:
            told.add((before.span, phrase.span))
            yield diagnose("ER0202", phrase.span, name=phrase.words, places=(before.span,))
    for phrase in seen.values():
        words = _words(phrase.words)
        other = _covered(words, starts, allowed)
        if other:
            yield diagnose("ER0203", phrase.span, name=phrase.words, other=" + ".join(" ".join(each) for each in other))


def _words(text: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in lexemes(text, 0, len(text)))


def _covered(
    words: tuple[str, ...], starts: dict[str, list[tuple[tuple[str, ...], str]]], follows: frozenset[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Two or more phrases that the grammar lets follow one another and whose words begin with *words*."""
    stack: list[tuple[int, str | None, tuple[tuple[str, ...], ...]]] = [(0, None, ())]
    while stack:
        at, before, taken = stack.pop()
        for candidate, terminal in starts.get(words[at], ()):
            if before is not None and (before, terminal) not in follows:
                continue
            reach = words[at:]
            if len(candidate) >= len(reach):
                if before is not None and candidate[: len(reach)] == reach and terminal != "UNIT":
                    return (*taken, candidate)
            elif reach[: len(candidate)] == candidate and (at or len(candidate) < len(words)):
                stack.append((at + len(candidate), terminal, (*taken, candidate)))
    return ()

"""Which list a member is said of, where several hold it: its sentence decides, never the order in which lists are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from ..diagnostics.diagnostic import Diagnostic, diagnose
from ..source.text import folded as fold
from ..tree.types import OneOf
from . import written
from .change import changed
from .clash import words_in
from .lexicon import Lexicon
from .screen import nodes_of
from .words import words_of


def on_lists(made: object, lexicon: Lexicon, folded: str, surface: str) -> tuple[object, list[Diagnostic]]:
    """*made* with the list filled in of each member that several hold, and those whose sentence does not tell it."""
    run = _Deciding(lexicon, folded, surface)
    for sentence in _sentences(made):
        run.sentence(sentence)
    # a word is changed before what holds it, so that it is still the object that was decided
    return changed(made, lambda node: evolve(node, of=run.lists[id(node)]) if id(node) in run.lists else node), run.said


def _sentences(made: object) -> Iterator[object]:
    """Each statement by itself, with those that an act quotes; a case or a header is one."""
    pending = list(made) if isinstance(made, tuple) else [made]
    while pending:
        each = pending.pop()
        if isinstance(each, written.Replace | written.Insert):
            pending.extend(each.text)
        else:
            yield each


@frozen
class _Group:
    """Members said together, without a term; *among* are the lists that fit what is said of them."""

    members: tuple[written.Word, ...]
    among: tuple[str, ...] = ()


class _Deciding:
    """Scratch state: the list of each member that is decided, by the word's place in memory."""

    def __init__(self, lexicon: Lexicon, folded: str, surface: str) -> None:
        self.lexicon = lexicon
        self.folded = folded
        self.surface = surface
        self.lists: dict[int, str] = {}
        self.said: list[Diagnostic] = []

    def sentence(self, sentence: object) -> None:
        """Decide the members of one sentence: those beside a term, then the subject's, then the others'."""
        subjects: list[_Group] = []
        others: list[_Group] = []
        named: dict[str, None] = {}
        for node in reversed(nodes_of(sentence)):
            match node:
                case written.Matches(written.Word() as term, members) | written.OnlyAmong(term, members):
                    self.beside(term, members)
                case written.Award(term, written.Word(kind="member") as member):
                    self.beside(term, (member,))
                case written.Case(_, _, asked, _, written.Expectation(_, written.Word(kind="member") as member)):
                    self.beside(asked, (member,))
                case written.Matches(None, members):
                    others.append(_Group(members))
                case written.LiesIn(members):
                    others.append(_Group(members, tuple(self.lexicon.lies_in)))
                case written.Subject(members):
                    subjects.append(_Group(tuple(each for each in members if each.kind == "member")))
                case written.Word(kind="term" | "verb", id=word):
                    named |= dict.fromkeys(self.declaring(word))
                case _:
                    pass
        found = self.groups(subjects, named, {})
        self.groups(others, named, found)

    def declaring(self, term: str) -> tuple[str, ...]:
        """The term that declares the list of *term*, if it has one."""
        declared = self.lexicon.by_id.get(term)
        return (declared.type.owner,) if declared is not None and isinstance(declared.type, OneOf) else ()

    def beside(self, term: written.Word, members: Iterable[written.Word]) -> None:
        """Members beside a term are of its list; one that is not on it is said when the sentence is given its meaning."""
        for owner in self.declaring(term.id):
            for member in members:
                if member.id in self.lexicon.shared and owner in self.lexicon.lists_with(member.id):
                    self.lists[id(member)] = owner

    def groups(self, groups: Iterable[_Group], named: dict[str, None], before: dict[str, None]) -> dict[str, None]:
        """Decide members said together: by the one list that holds all of them, else by what was decided *before*, else by what is named."""
        open_: list[tuple[tuple[written.Word, ...], tuple[str, ...]]] = []
        decided: dict[str, None] = dict(before)
        for group in groups:
            common = self.common(group)
            apart = [((each,), self.holding(each, group.among)) for each in group.members]
            for part, lists in [(group.members, common)] if common else apart:
                if len(lists) == 1:
                    self.decide(part, lists[0])
                    decided[lists[0]] = None
                elif lists:
                    open_.append((part, lists))
        for part, lists in open_:
            choices = ([each for each in lists if each in known] for known in (decided, {**decided, **named}))
            chosen = next((each[0] for each in choices if len(each) == 1), None)
            if chosen is not None:
                self.decide(part, chosen)
            else:
                self.unsettled(part, lists)
        return decided

    def decide(self, group: tuple[written.Word, ...], owner: str) -> None:
        self.lists.update((id(each), owner) for each in group if each.id in self.lexicon.shared)

    def common(self, group: _Group) -> tuple[str, ...]:
        """The lists that hold every member of *group*."""
        first, *rest = (self.holding(each, group.among) for each in group.members) if group.members else [()]
        return tuple(each for each in first if all(each in lists for lists in rest))

    def holding(self, word: written.Word, among: tuple[str, ...]) -> tuple[str, ...]:
        """The lists that hold what is written at *word*, those *among* which it must be if there are any."""
        said = " ".join(words_in(self.folded[word.span.start : word.span.end]))
        lists = self.lexicon.lists_with(word.id)
        called = tuple(
            owner
            for owner, member in lists.items()
            if said in (" ".join(words_in(fold(name))) for name in (member.en if self.surface == "en" else member.vi))
        )
        found = called or tuple(lists)
        return tuple(each for each in found if each in among) or found

    def unsettled(self, group: tuple[written.Word, ...], lists: tuple[str, ...]) -> None:
        """Says that the sentence does not tell the list, and how each would be named."""
        word, at = group[0], self.surface == "en"
        terms = [self.lexicon.by_id[each] for each in lists]
        names = tuple(", ".join(f'"{each.names[side][0]}"' for each in terms) for side in (0, 1))
        shown = self.folded[word.span.start : word.span.end]
        is_ = words_of(self.surface).words["is"]
        expected = tuple(f"{each.names[at][0].lower()} {is_} {shown}" for each in terms)
        self.said.append(diagnose("ER0506", word.span, words=shown, candidates=(names[0], names[1]), expected=expected, case="list"))

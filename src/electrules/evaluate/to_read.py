"""What has to be read before a question can be answered: texts that the rulebook names and nobody has read, and law older than it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from ..languages import place_of
from ..source.citation import Citation
from ..source.text import inside
from ..tree.nodes import Rule, Silence
from ..tree.nodes import Unread as NotRead
from ..tree.tree import Tree
from ..tree.types import Term
from .nearest import known
from .outcome import Group
from .ready import Ready
from .settle import Settled, box_of
from .view import partial


@frozen
class Unread:
    """What has to be read: what it is *about* (vi, en), and in which *instrument* it stands (None: in law that the rulebook does not hold).

    *declared* is the reason that a provision gives, in its own words; *citation* is that provision. *since* is the first day whose
    law the rulebook holds (None: of no day).
    """

    instrument: str | None
    about: tuple[str, str]
    declared: str = ""
    citation: Citation | None = None
    since: date | None = None
    lang: str = "vi"

    @property
    def part(self) -> str:
        """What it is about."""
        return self.called(self.lang)

    def called(self, lang: str) -> str:
        """What it is about, in *lang*."""
        return self.about[place_of(lang)]

    @property
    def reason(self) -> str:
        """Why it has not been read."""
        from ..explain import reason_text

        return self.declared or reason_text(self, self.lang)

    def text(self, lang: str | None = None) -> str:
        """What has to be read, in words."""
        from ..explain import unread_text

        return unread_text(self, lang or self.lang)

    def __str__(self) -> str:
        return self.text()

    def to_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {"instrument": self.instrument, "part": self.part, "reason": self.reason}


def to_read(made: Ready, groups: Iterable[Group], lang: str) -> tuple[Unread, ...]:
    """What has to be read of the terms that *groups* cite."""
    found: dict[Unread, None] = {}
    for group in groups:
        if group.unheld:
            held = made.definition(group.term).held
            found[Unread(None, called(made.tree.named.get(group.term), group.term), since=held, lang=lang)] = None
        found.update(dict.fromkeys(named(made, source, lang) for source in group.sources if is_unread(source)))
    return tuple(found)


def might_override(settled: Settled, groups: Iterable[Group], lang: str) -> tuple[Unread, ...]:
    """The unread texts that cover the facts, as far as these are known, and might say other than the provisions that *groups* cite."""
    here = partial(settled.ready, box_of(settled.ready, settled.known))
    found: dict[Unread, None] = {}
    for group in groups:
        for each in settled.ready.definition(group.term).silences:
            if each.silence.kind == "unread" and known(each.condition, here) is not False:
                found[named(settled.ready, each.silence, lang)] = None
    return tuple(found)


def is_unread(source: Rule | Silence) -> bool:
    """Whether *source* stands for a text that nobody has read."""
    return source.kind == "unread" if isinstance(source, Silence) else isinstance(source.value, NotRead)


def named(made: Ready, source: Rule | Silence, lang: str) -> Unread:
    """The text that *source* stands for."""
    text = source.value if isinstance(source, Rule) else source
    assert isinstance(text, NotRead | Silence)
    about = called(made.tree.named.get(source.term), source.term)
    return Unread(source.citation.instrument, about, text.reason, source.citation.said_in(lang), lang=lang)


def called(term: Term | None, name: str) -> tuple[str, str]:
    """What *term* is called inside a sentence (vi, en); *name* where it is not declared."""
    vi, en = (term.name("vi"), term.name("en")) if term is not None else (name, name)
    return inside(vi), inside(en)


def unheld(tree: Tree, about: tuple[str, str], lang: str) -> tuple[Unread, ...]:
    """That the rulebook holds no law of the day *about* what *tree*, of a body or a calendar, asks; nothing where it does."""
    if tree.is_held(tree.held):
        return ()
    return (Unread(None, about, since=tree.held, lang=lang),)


def later_than_kept(tree: Tree) -> date | None:
    """The last day up to which the rulebook was kept, where *tree* asks the law of a later day; None where it does not."""
    return tree.kept_to if tree.kept_to is not None and tree.law_on > tree.kept_to else None

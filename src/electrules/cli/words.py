"""The words of the command line, from the table words.toml, in the language of the session."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence

import click
from attrs import frozen

from ..languages import LANGS
from ..resources import table_of
from ..values.wording import filled


@frozen
class Session:
    """The language of one run, and whether it was *typed* (only then are numbers read in it)."""

    lang: str
    typed: bool = False


def say(words: str, lang: str, **slots: object) -> str:
    """The sentence *words* in *lang*; what fills its slots is never read as a template."""
    return filled(table_of(__name__)[words][lang], slots)


def session_of(arguments: Sequence[str]) -> Session:
    """The language that *arguments* ask for, wherever they say it, else that of the locale."""
    for place, each in enumerate(arguments):
        if each == "--":
            break
        name, given, value = each.partition("=")
        if name == "--lang":
            value = value if given else next(iter(arguments[place + 1 : place + 2]), "")
            if value in LANGS:
                return Session(value, typed=True)
    return Session(locale_language())


def locale_language() -> str:
    """The language of the locale: Vietnamese where it says so, English for every other and for none."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    named = next((name for name in names if name), None)
    if named is None:
        try:
            named = locale.getlocale()[0] or ""
        except ValueError:
            named = ""
    return "vi" if named.lower().startswith("vi") else "en"


def language(ctx: click.Context | None) -> str:
    """The language of the run that *ctx* belongs to."""
    found = ctx.find_root().obj if ctx is not None else None
    return found.lang if isinstance(found, Session) else locale_language()


def said(ctx: click.Context | None, words: str, **slots: object) -> str:
    """The sentence *words* in the language of the run."""
    return say(words, language(ctx), **slots)

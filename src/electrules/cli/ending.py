"""How every run ends: an exit code, whatever happened, and one message that says what."""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
import traceback
from collections.abc import Callable
from typing import IO, Any, Protocol

import click

from ..diagnostics.errors import ElectrulesError, FactErrors, RuleErrors
from .words import say

OK = 0
FAILED = 1
"""A rule, a case or a finding failed, or the question was not answered."""
USAGE = 2
BAD_INPUT = 3
"""Bad facts or bad rule files."""
INTERNAL = 70
"""A defect of ours."""
INTERRUPTED = 130

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EBADF, errno.EIO)
"""What the system says of an output that takes nothing more."""


class Result(Protocol):
    """What says itself in words and as data."""

    def text(self, lang: str, /) -> str: ...
    def to_dict(self) -> dict[str, object]: ...


class Ending(click.ClickException):
    """A run that ends with a message and an exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def ended(run: Callable[[], Any], lang: str) -> int:
    """Do *run* and say how it ended."""
    if sys.stdout is None:  # closed by whoever called
        return _said(say("no-output", lang, reason=os.strerror(errno.EBADF)), USAGE)
    only_utf8()
    try:
        code = run()
        sys.stdout.flush()
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.UsageError as error:
        return _said(f"{say('error', lang)}: {usage_text(error, lang)}\n{_see_help(error, lang)}", USAGE)
    except Ending as ending:
        return _said(ending.message, ending.code)
    except click.ClickException as error:
        return _said(error.format_message(), USAGE)
    except (click.Abort, KeyboardInterrupt):
        return _said(say("interrupted", lang), INTERRUPTED)
    except BrokenPipeError:  # the reader has seen enough
        return _into_nothing()
    except (RuleErrors, FactErrors) as error:
        return _said(text_of(error, lang, sys.stderr), BAD_INPUT)
    except ElectrulesError as error:
        return _said(str(error), BAD_INPUT)
    except SystemExit as exit_:  # click's own way out: 1 where the reader has gone
        return _into_nothing() if exit_.code == 1 else int(exit_.code or 0)
    except OSError as error:
        if error.errno not in NO_ROOM:
            return internal(error, lang)
        _into_nothing()
        return _said(say("no-output", lang, reason=error.strerror), USAGE)
    except Exception as error:
        return internal(error, lang)
    return code if isinstance(code, int) else OK


def internal(error: BaseException, lang: str) -> int:
    """Say how to report a defect of ours."""
    from .. import __version__

    lines = traceback.format_exception(error, limit=-8)
    versions = f"electrules {__version__}, Python {platform.python_version()}, {platform.system()}"
    return _said("\n".join((say("internal", lang), f"  {versions}", *("  " + line for each in lines for line in each.splitlines()))), INTERNAL)


def text_of(error: RuleErrors | FactErrors, lang: str, stream: IO[str]) -> str:
    """All diagnostics of *error* as a reader of *stream* is shown them."""
    from ..diagnostics.render import render_all

    return render_all(error.diagnostics, lang, coloured(stream))


def diagnostics_json(error: RuleErrors | FactErrors, lang: str) -> dict[str, object]:
    """All diagnostics of *error* for a machine."""
    return {"version": 1, "diagnostics": [each.said_in(lang).to_dict() for each in error.diagnostics]}


def print_json(data: object) -> None:
    """Print *data* as JSON."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_result(found: Result, form: str, lang: str) -> None:
    """Print *found* as JSON where that is the *form*, else in words."""
    if form == "json":
        print_json(found.to_dict())
    else:
        click.echo(found.text(lang))


def coloured(stream: IO[str] | None) -> bool:
    """Whether colour may be written: on a terminal that nobody asked to spare it."""
    return stream is not None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def only_utf8() -> None:
    """Write UTF-8, whatever the locale or code page; what has no UTF-8 (a byte of a file name) is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def usage_text(error: click.UsageError, lang: str) -> str:
    """What is wrong with the arguments, in the words of the table where click has only English ones."""
    match error:
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            return say("no-option-near" if near else "no-option", lang, name=error.option_name, near=near)
        case click.BadOptionUsage():
            return say("option-value", lang, name=error.option_name)
        case click.MissingParameter():
            return say("missing", lang, name=_name(error))
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    return " | ".join(error.param.opts) if isinstance(error.param, click.Option) else error.param.human_readable_name


def _see_help(error: click.UsageError, lang: str) -> str:
    return say("see-help", lang, command=error.ctx.command_path if error.ctx is not None else "electrules")


def _said(text: str, code: int) -> int:
    try:
        click.echo(text, err=True)
    except OSError:
        return code
    return code


def _into_nothing() -> int:
    """Let the rest of the output go nowhere, so that the interpreter does not complain at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        pass
    return OK

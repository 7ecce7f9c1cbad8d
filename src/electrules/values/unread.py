"""Why a text is no number or day: an error as a value, in the codes of docs/errors."""

from __future__ import annotations

from attrs import frozen


@frozen
class Unread:
    """*code* and *case* say what is wrong; *readings* are what may have been meant, written properly, likeliest first."""

    code: str
    case: str = ""
    readings: tuple[str, ...] = ()

"""Comments: found before parsing, put back by the formatter on the line whose words they followed."""

from __future__ import annotations

import re

from attrs import frozen

from ..source.file import SourceFile
from .cut import cut


@frozen
class Comment:
    """A comment, where it stands, and whether it has its line to itself."""

    text: str
    start: int
    alone: bool


_SCAN = re.compile(r'"[^"\r\n]*"|“[^”\r\n]*”|\#[^\r\n]*')


def comments(file: SourceFile) -> tuple[Comment, ...]:
    """Every comment of *file*, in order; `#` inside quotation marks or a restatement is none."""
    found = []
    restated = {span.start for block in cut(file).value for span in block.restated}
    for line in re.finditer(r"[^\r\n]+", file.text):
        if line.start() + len(line[0]) - len(line[0].lstrip()) in restated:
            continue
        for match in _SCAN.finditer(line[0]):
            if match[0].startswith("#"):
                found.append(Comment(match[0].rstrip(), line.start() + match.start(), not line[0][: match.start()].strip()))
                break
    return tuple(found)

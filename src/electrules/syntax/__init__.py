"""Text of rule files, as written. The only importer of Lark; knows no meaning."""

from .declare import declare
from .lexicon import Lexicon
from .parse import parse, parse_all

__all__ = ["Lexicon", "declare", "parse", "parse_all"]

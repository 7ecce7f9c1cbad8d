"""The JSON Schema of a tree, made from the node classes."""

from __future__ import annotations

import types
from datetime import date, time
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, Union, cast, get_args, get_origin

from attrs import NOTHING, has

from ..source.citation import PARTS, Citation
from .nodes import EXPR_CLASSES, NODE_CLASSES
from .shape import PLAIN_CLASSES, TAGGED, TYPE_CLASSES, VERSION, WORDS, Json, described

if TYPE_CHECKING:
    from .tree import Tree


def schema(class_: type[Tree]) -> dict[str, Json]:
    """The JSON Schema (draft 2020-12) of a tree, made from the node classes."""
    definitions: dict[str, Json] = {
        "exact": {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]+/[0-9]+$"}]},
        "value": {
            "anyOf": [
                {"type": ["boolean", "string", "integer"]},
                {"type": "array", "items": {"$ref": "#/$defs/value"}},
                *({"type": "object", "properties": {key: of}, "required": [key], "additionalProperties": False} for key, of in MARKED.items()),
            ]
        },
        "citation": {"type": "integer", "minimum": 0, "description": "a place in the table of citations"},
        "expr": {"anyOf": [{"$ref": f"#/$defs/{each.__name__}"} for each in EXPR_CLASSES]},
        "type": {"anyOf": [{"$ref": f"#/$defs/{each.__name__}"} for each in TYPE_CLASSES]},
    }
    for each in (*NODE_CLASSES, *TYPE_CLASSES, *PLAIN_CLASSES):
        definitions[each.__name__] = described_object(each)
    top = described_object(class_)
    names = {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}
    amended = {"type": "array", "items": {"$ref": "#/$defs/citation"}}
    table = {part: {"type": "string"} for part in ("instrument", *PARTS)} | {"issuer": names, "namesake": names, "amended_by": amended}
    top["properties"] = {
        "version": {"const": VERSION},
        "citations": {"type": "array", "items": {"type": "object", "properties": table, "required": ["instrument"], "additionalProperties": False}},
        **top["properties"],
    }
    top["required"] = ["version", "citations", *top["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "electrules evaluation tree", **top, "$defs": definitions}


MARKED: dict[str, Json] = {
    "number": {"$ref": "#/$defs/exact"},
    "day": {"type": "string", "format": "date"},
    "time": {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"},
    "moment": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"},
}


def described_object(class_: type) -> dict[str, Json]:
    """The schema of one class."""
    properties: dict[str, Json] = {}
    required = []
    if class_.__name__ in TAGGED:
        key = "type" if class_ in TYPE_CLASSES else "node"
        properties[key] = {"const": class_.__name__}
        required.append(key)
    for each, hint in described(class_):
        properties[each.name] = of_hint(hint)
        words = WORDS.get(class_, {}).get(each.name)
        if words:
            properties[each.name] = {"enum": list(words)}
        if each.default is NOTHING:
            required.append(each.name)
    text = (class_.__doc__ or "").strip().partition("\n")[0]
    return {"type": "object", "description": text, "properties": properties, "required": required, "additionalProperties": False}


def of_hint(hint: object) -> Json:
    """The schema of one type."""
    if get_origin(hint) in (Union, types.UnionType):
        choices = get_args(hint)
        rest = tuple(each for each in choices if each is not type(None))
        if Fraction in rest and str in rest:
            inner: Json = {"$ref": "#/$defs/value"}
        elif len(rest) > 1:
            inner = {"$ref": "#/$defs/type" if rest[0] in TYPE_CLASSES else "#/$defs/expr"}
        else:
            inner = of_hint(rest[0])
        return {"anyOf": [inner, {"type": "null"}]} if len(rest) < len(choices) else inner
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        args = get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return {"type": "array", "items": of_hint(args[0])}
        return {"type": "array", "prefixItems": [of_hint(each) for each in args], "minItems": len(args), "maxItems": len(args)}
    simple: dict[object, Json] = {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        Fraction: {"$ref": "#/$defs/exact"},
        date: {"type": "string", "format": "date"},
        time: MARKED["time"],
        Citation: {"$ref": "#/$defs/citation"},
    }
    if hint in simple:
        return simple[hint]
    assert has(cast("type", hint))
    return {"$ref": f"#/$defs/{cast('type', hint).__name__}"}

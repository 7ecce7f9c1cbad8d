"""What exists on a day: a member of a list has its days, outside which it is no completion, and no value that a rule could speak of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from ..tree.types import Member, OneOf, Term, Type


def exists(member: Member, on: date) -> bool:
    """Whether *member* exists *on* a day; its days are half-open."""
    return (member.since is None or member.since <= on) and (member.until is None or on < member.until)


def existing(type_: Type, on: date) -> Type:
    """*type_* with those members only that exist *on* a day; a list of which none does is left whole."""
    if not isinstance(type_, OneOf):
        return type_
    members = tuple(each for each in type_.members if exists(each, on))
    return evolve(type_, members=members) if members and len(members) < len(type_.members) else type_


def of_day(term: Term, on: date) -> Term:
    """*term* with the choices that there are *on* a day."""
    type_ = existing(term.type, on)
    return term if type_ is term.type else evolve(term, type=type_)


def outside(terms: Iterable[Term], on: date) -> dict[str, dict[str, Member]]:
    """For each list that has such members, those that do not exist *on* a day, by their ids."""
    found = {}
    for term in terms:
        members = {each.id: each for each in term.type.members if not exists(each, on)} if isinstance(term.type, OneOf) else {}
        if members:
            found[term.id] = members
    return found

"""Circles in a graph, found without recursion: input decides how deep a graph is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def ordered(nodes: Iterable[N], after: Callable[[N], Iterable[N]]) -> tuple[list[N], list[tuple[N, ...]]]:
    """All that *nodes* lead to, each behind what it leads to (*after*), and the circles met on the way."""
    done: dict[N, None] = {}
    circles: list[tuple[N, ...]] = []
    for root in nodes:
        if root in done:
            continue
        path: dict[N, Iterator[N]] = {root: iter(after(root))}
        while path:
            node = next(reversed(path))
            for following in path[node]:
                if following in path:
                    places = list(path)
                    circles.append(tuple(places[places.index(following) :]))
                elif following not in done:
                    path[following] = iter(after(following))
                    break
            else:
                del path[node]
                done[node] = None
    return list(done), circles

"""A step of an explanation: a sentence with what supports it below; text and pictures are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

HOLDS, FAILS, OPEN = "✓", "✗", "?"


@frozen
class Step:
    """One sentence; *mark* says whether it holds ("" where nothing is tested), *kind* what it is of."""

    text: str
    kind: str = ""
    mark: str = ""
    below: tuple[Step, ...] = ()

    @property
    def line(self) -> str:
        """The sentence with its mark."""
        return f"{self.mark} {self.text}" if self.mark else self.text

    def walk(self) -> Iterator[tuple[int, Step]]:
        """This step and all below it, with how deep each stands."""
        stack = [(0, self)]
        while stack:
            depth, step = stack.pop()
            yield depth, step
            stack.extend((depth + 1, each) for each in reversed(step.below))


def distinct(steps: Iterable[Step]) -> tuple[Step, ...]:
    """*steps* without those that say the same again."""
    return tuple(dict.fromkeys(steps))

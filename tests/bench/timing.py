"""How benches take times and show them."""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_MICRO = 1e6


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """How long a thing took, over many runs, in seconds."""

    samples: tuple[float, ...]

    @property
    def p50(self) -> float:
        return statistics.median(self.samples)

    @property
    def p99(self) -> float:
        return sorted(self.samples)[min(len(self.samples) - 1, len(self.samples) * 99 // 100)]


def take_turns(contestants: Sequence[Sequence[Callable[[], object]]]) -> list[Times]:
    """One run of each contestant's first task in random order, then of the second, …: a slow minute hits all alike."""
    dice = random.Random(2)
    taken: list[list[float]] = [[] for _ in contestants]
    gc.collect()
    gc.disable()
    try:
        for tasks in zip(*contestants, strict=True):
            for which in dice.sample(range(len(tasks)), len(tasks)):
                started = time.perf_counter()
                tasks[which]()
                taken[which].append(time.perf_counter() - started)
    finally:
        gc.enable()
    return [Times(samples=tuple(samples)) for samples in taken]


def show_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as what stands in them; the first to the left, the others to the right."""
    lines = [tuple(heads), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    for line in lines:
        first, *rest = (
            cell.ljust(w) if n == 0 else cell.rjust(w) for n, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        print("  ".join((first, *rest)).rstrip())


def microseconds(seconds: float) -> str:
    return f"{seconds * _MICRO:,.0f}"


def times_as_much(ratio: float, wanted: float | None = None) -> str:
    """`x1.4`, marked where it is more than wanted."""
    return f"x{ratio:.2f}" + ("" if wanted is None or ratio <= wanted else " !")

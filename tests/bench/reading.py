"""What reading costs on one core, what it holds in memory, and that hostile texts cost no more than their length."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bot.reading.document import read_document
from bot.reading.gazetteer import Gazetteer
from storage.models.reading import Document
from storage.seeds import read_seeds
from tests.bench.timing import show_table, times_as_much
from tests.gold.rows import TEXTS

_WANTED_SPEED = 150
_WANTED_MEGABYTES = 250
_WANTED_DOUBLING = 2.5
_PASSES = 5
_HOSTILE_LENGTH = 60_000


def bench(arguments: Sequence[str]) -> None:
    """Read our own gold again and again, then hostile texts of one and of two lengths."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench reading", description=__doc__)
    parser.add_argument("texts", type=Path, nargs="*", help="files to read instead of our own gold")
    paths: list[Path] = parser.parse_args(arguments).texts or sorted(TEXTS.glob("*/*.txt"))
    gazetteer = Gazetteer(read_seeds())
    documents = [Document(text=path.read_text("utf-8"), origin=path.name) for path in paths]
    show_speed(documents, gazetteer)
    print()
    show_doubling(gazetteer)


def show_speed(documents: Sequence[Document], gazetteer: Gazetteer) -> None:
    """The fastest of several passes, in time on the processor: what else runs here is not ours."""
    taken = min(_time(documents, gazetteer) for _ in range(_PASSES))
    characters = sum(len(document.text) for document in documents) / len(documents)
    rows = [
        ("articles a second", f"{len(documents) / taken:,.0f}", f">= {_WANTED_SPEED}"),
        ("characters an article", f"{characters:,.0f}", ""),
        ("thousand characters a second", f"{len(documents) * characters / taken / 1000:,.0f}", ""),
        ("resident megabytes", f"{_resident_megabytes():,.0f}", f"<= {_WANTED_MEGABYTES}"),
    ]
    show_table(("reading", f"{len(documents)} texts", "wanted"), rows)


def show_doubling(gazetteer: Gazetteer) -> None:
    """How much longer twice the text takes, shape by shape."""
    rows = []
    for name, make in hostile_shapes().items():
        once, twice = (
            min(_time([Document(text=make(length), origin=name)], gazetteer) for _ in range(3))
            for length in (_HOSTILE_LENGTH, 2 * _HOSTILE_LENGTH)
        )
        ratio = times_as_much(twice / once, _WANTED_DOUBLING)
        rows.append((name, f"{once * 1000:,.0f}", f"{twice * 1000:,.0f}", ratio))
    show_table(("hostile text, milliseconds", f"{_HOSTILE_LENGTH:,}", "twice", f"wanted x{_WANTED_DOUBLING}"), rows)


def hostile_shapes() -> Mapping[str, Callable[[int], str]]:
    """Texts of about so many characters that a careless pattern or loop would choke on."""
    pieces = {
        "one letter": "a",
        "capitals": "Aa ",
        "initials": "A. B. ",
        "hyphens": "Ab-",
        "apostrophes": "o'",
        "full stops": ". ",
        "digits": "12.03.2024 ",
        "months": "12 March ",
        "years": "2024 ",
        "blanks": " ",
        "lines": "News\n",
        "quotes": '"',
        "brackets": "((",
        "countries": "Kazakhstan, ",
        "titles": "minister of health of ",
        "ministers": "Health Minister of Cuba John Smith, ",
        "meetings": "The minister met the minister. ",
        "turkic titles": "Azərbaycanın səhiyyə naziri ",
        "counterparts": "сағлық сақтау министрі әріптесі ",
        "Russian titles": "министр здравоохранения ",
        "agreements": "signed a memorandum of ",
        "outlets": "according to Anadolu ",
        "links": "www.a.",
        "zero width": "\u200bM\u200b",
        "flags": "\U0001f1f0\U0001f1ff",
        "Arabic": "وزير الصحة ",
        "Chinese": "卫生部长",
    }
    shapes: dict[str, Callable[[int], str]] = {name: _repeat(piece) for name, piece in pieces.items()}
    return {**shapes, "names": _join_names, "titled names": _join_ministers}


def _repeat(piece: str) -> Callable[[int], str]:
    return lambda length: piece * (length // len(piece))


def _join_names(length: int) -> str:
    return ", ".join(_names(length // 16))


def _join_ministers(length: int) -> str:
    return " ".join(f"Health Minister {name} arrived." for name in _names(length // 36))


def _names(count: int) -> Iterator[str]:
    dice = random.Random(4)
    parts = [first + last for first in ("ba", "ke", "lo", "mi", "nu", "ra") for last in ("dan", "mir", "rov", "sel")]
    for _ in range(count):
        yield f"{dice.choice(parts).title()} {(dice.choice(parts) + dice.choice(parts)).title()}"


def _time(documents: Sequence[Document], gazetteer: Gazetteer) -> float:
    started = time.process_time()
    for document in documents:
        read_document(document, gazetteer)
    return time.process_time() - started


def _resident_megabytes() -> float:
    """What the process holds now; Linux tells it in pages of 4 kB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

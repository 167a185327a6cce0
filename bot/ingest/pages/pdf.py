"""The text of a press release in PDF, if it is inside: bounded in pages, characters and drawing operations."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.ingest.refusal import Reason
from bot.reading.text.layout import tidy_text

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 20
_LONGEST_TEXT = 100_000
_MOST_OPERATIONS = 200_000
_LARGEST_STREAM = 8 * 1024 * 1024


class _TooMuchError(ValueError):
    """The document draws more than a press release does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """What a PDF says: its text, a line a line, and the title its properties give."""

    text: str
    title: str | None


def is_pdf(raw: bytes) -> bool:
    """Whether the bytes are a PDF, by their first ones."""
    return b"%PDF-" in raw[:1024]


def parse_pdf(raw: bytes) -> PdfText | Reason:
    """The text of the first pages. A scan, an encrypted or a broken file has none."""
    # Imported here: most days no page is a PDF.
    import pypdf
    from pypdf.errors import DependencyError, PyPdfError

    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=_LARGEST_STREAM,
            lzw_maximum_output_length=_LARGEST_STREAM,
            run_length_maximum_output_length=_LARGEST_STREAM,
            array_based_stream_maximum_output_length=_LARGEST_STREAM,
            stream_parsing_work_maximum_count=_MOST_OPERATIONS,
            page_tree_maximum_entries=5_000,
            xform_maximum_invocations_per_extraction=200,
            jbig2dec_binary=None,
        ):
            return _read(pypdf.PdfReader(io.BytesIO(raw)))
    # A hostile file breaks the library in any of these ways.
    except (PyPdfError, DependencyError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
        return Reason.NO_TEXT
    except (RecursionError, NotImplementedError, AssertionError, OSError):
        return Reason.NO_TEXT


def _read(reader: PdfReader) -> PdfText | Reason:
    left = _MOST_OPERATIONS

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooMuchError

    pages: list[str] = []
    for number in range(min(len(reader.pages), MOST_PAGES)):
        try:
            pages.append(reader.pages[number].extract_text(visitor_operand_before=count))
        except _TooMuchError:
            break
        if sum(map(len, pages)) > _LONGEST_TEXT:
            break
    text = tidy_text("\n\n".join(pages)[:_LONGEST_TEXT]).strip()
    title = reader.metadata.title if reader.metadata else None
    return PdfText(text=text, title=_title(title)) if text else Reason.NO_TEXT


def _title(written: str | None) -> str | None:
    """A title that people wrote: software writes the name of a file."""
    title = " ".join(tidy_text(str(written or ""))[:500].split())
    return title if len(title.split()) > 2 and "." not in title[-6:-2] and "Microsoft Word" not in title else None

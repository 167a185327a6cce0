"""Small PDFs, written by hand, for the tests."""

from __future__ import annotations

from collections.abc import Sequence


def make_pdf(objects: Sequence[bytes], *, title: str | None = None) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalog."""
    named = [*objects, b"<< /Title (" + title.encode() + b") >>"] if title else list(objects)
    body, offsets = b"%PDF-1.7\n", []
    for number, each in enumerate(named, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    extra = b" /Info %d 0 R" % len(named) if title else b""
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(named) + 1)
        + table
        + b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(named) + 1, extra, len(body))
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s>>\nstream\n" % (len(content), entries) + content + b"\nendstream"


def text_pdf(pages: Sequence[Sequence[str]], *, title: str | None = None) -> bytes:
    """A PDF whose letters are drawn by number, with a table of what each number is: as word processors do."""
    letters = sorted({letter for lines in pages for line in lines for letter in line})
    code = {letter: number for number, letter in enumerate(letters, start=1)}
    kids = b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(pages),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /DW 500 >>",
        stream(_to_unicode(code)),
    ]
    for n, lines in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >>"
            b" /Contents %d 0 R >>" % (7 + 2 * n)
        )
        drawn = b"".join(b"<" + "".join(f"{code[c]:04X}" for c in line).encode() + b"> Tj 0 -16 Td\n" for line in lines)
        objects.append(stream(b"BT /F 12 Tf 40 740 Td\n" + drawn + b"ET"))
    return make_pdf(objects, title=title)


def _to_unicode(code: dict[str, int]) -> bytes:
    pairs = [f"<{number:04X}> <{ord(letter):04X}>" for letter, number in code.items()]
    ranges = "\n".join(
        f"{len(pairs[at : at + 100])} beginbfchar\n" + "\n".join(pairs[at : at + 100]) + "\nendbfchar"
        for at in range(0, len(pairs), 100)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{ranges}\nendcmap end end"
    ).encode()

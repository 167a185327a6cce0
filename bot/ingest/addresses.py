"""Addresses that pages and feeds name: absolute, http(s), of bearable length. For all of `ingest`."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_LONGEST_ADDRESS = 2000
_SHELLS = ("www.", "m.", "amp.", "mobile.", "mobil.", "print.")


def parse_address(address: object) -> str | None:
    """An http or https address of bearable length, or None."""
    if not isinstance(address, str) or len(address) > _LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def resolve_address(written: str | None, base: str) -> str | None:
    """An absolute http(s) address, or None. Twice escaped ampersands and broken lines are mended."""
    address = "".join((written or "")[: _LONGEST_ADDRESS * 2].splitlines()).strip()
    address = address.replace("&amp;", "&").replace(" ", "%20")
    if not address or address.startswith(("http://", "https://")):
        return parse_address(address)
    try:
        return parse_address(urljoin(base, address))
    except ValueError:
        return None


def host_of(address: str) -> str:
    """The site an address is of: `www.`, `m.` and `amp.` are the same one."""
    host = (urlsplit(address).hostname or "").lower()
    return next((host.removeprefix(shell) for shell in _SHELLS if host.startswith(shell)), host)


def is_front_page(address: str) -> bool:
    """Whether it names a site, no page of it."""
    parts = urlsplit(address)
    return parts.path.strip("/") == "" and not parts.query

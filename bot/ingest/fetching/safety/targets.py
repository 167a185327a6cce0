"""Which addresses may be asked at all, before any name is looked up. Pure.

Reads them with yarl, as aiohttp does: two readers of one address could differ on where it leads.
"""

from __future__ import annotations

from yarl import URL

from bot.ingest.fetching.limits import PORTS
from bot.ingest.fetching.outcomes import Reason
from bot.ingest.fetching.safety.addresses import Address, is_loopback, is_public, parse_literal

_LONGEST = 2000
_INSIDE = ("local", "localhost", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa", "onion")
"""Never delegated in the public name system: who answers for them is somebody inside."""


def parse_target(address: str, *, after: URL | None = None, allow_loopback: bool = False) -> URL | Reason:
    """The address as it will be asked, or why it will not be. `after` is the page that redirects there."""
    if len(address) > _LONGEST:
        return Reason.BAD_ADDRESS
    try:
        url = URL(address.strip())
        url = after.join(url) if after else url
        return _check(url.with_fragment(None), allow_loopback)
    except (ValueError, TypeError):
        return Reason.BAD_ADDRESS


def is_allowed(address: Address, *, allow_loopback: bool) -> bool:
    """Whether a connection to it may be opened."""
    return is_public(address) or (allow_loopback and is_loopback(address))


def _check(url: URL, allow_loopback: bool) -> URL | Reason:
    if url.scheme not in ("http", "https"):
        return Reason.NOT_HTTP if url.scheme else Reason.BAD_ADDRESS
    host = (url.raw_host or "").rstrip(".")
    if not host or url.raw_user is not None or url.raw_password is not None:
        return Reason.BAD_ADDRESS
    literal = parse_literal(host)
    if literal is not None:
        if not is_allowed(literal, allow_loopback=allow_loopback):
            return Reason.NOT_PUBLIC
        host = str(literal)
    elif _is_inside(host) and not (allow_loopback and host == "localhost"):
        return Reason.NOT_PUBLIC
    if url.port not in PORTS and not allow_loopback:
        return Reason.PORT
    return url.with_host(host)


def _is_inside(host: str) -> bool:
    return "." not in host or any(host.endswith(f".{name}") for name in _INSIDE)

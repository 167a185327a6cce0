"""One address for one article, however it was linked: what copies are told apart by. Pure; for ingest and the store.

A canonical address names an article and is not for fetching: without its AMP or print part a page may not be served.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

_LONGEST = 2000
_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:.]*:[0-9a-f:.]*")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|%")
_SESSION = re.compile(r";jsessionid=[^/]*", re.IGNORECASE)
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

_TRACKING = re.compile(
    r"(?:utm|mtm|pk|hsa|fb|at|ns|guce|oly|mc|wt|__hs|_hs)_\w+|_hsenc|_hsmi|wt\.mc_id"
    r"|(?:fb|g|d|y|ys|ym|tw|tt)clid|gclsrc|[gw]braid|msclkid|igsh(?:id)?|_g[al]|_openstat|etext|mkt_tok|vero_id|wickedid"
    r"|cmpid|ocid|xtor|spm|smid|s_cid|guccounter|__twitter_impression|phpsessid|jsessionid"
)
_VARIANT_SEGMENTS = ("amp", "print")
_AMP_FILE = re.compile(r"(?<=.)(?:\.amp)+(?=\.html?$|$)", re.IGNORECASE)
_VARIANT_PARAMETER = re.compile(r"(?:amp|print)(?:=(?:1|true|yes|y)?)?|(?:view|mode|output|outputtype)=(?:amp|print)")
_VARIANT_HOSTS = re.compile(r"(?:www|m|amp|mobile)\.(?=[^.]+\.)")


def canonical_url(url: str) -> str | None:
    """The address without what changes from link to link, or None where it is no http(s) address.

    Lower-case host in ASCII; no default port, fragment, user, tracking parameter, AMP or print part, trailing slash;
    sorted query. Canonical addresses stay as they are.
    """
    parts = _split(url)
    host = _host(parts) if parts else None
    if parts is None or host is None:
        return None
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    place = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    query = _canonical_query(parts.query)
    canonical = f"{parts.scheme}://{place}{_canonical_path(parts.path)}{'?' if query else ''}{query}"
    return canonical if len(canonical) <= _LONGEST else None


def article_key(url: str) -> str | None:
    """What a canonical address has left when scheme and `www.`, `m.`, `amp.` are not told apart either."""
    canonical = canonical_url(url)
    return canonical and _VARIANT_HOSTS.sub("", canonical.partition("://")[2], count=1)


def list_variants(url: str) -> tuple[str, ...]:
    """The address as it stands, and those that name the same article by another scheme or shell of the host."""
    key = article_key(url)
    if key is None:
        return (url,)
    shells = ("", "www.", "m.", "amp.")
    return tuple(dict.fromkeys((url, *(f"{scheme}://{shell}{key}" for scheme in _DEFAULT_PORTS for shell in shells))))


def host_of(url: str) -> str | None:
    """The host, lower-case and in ASCII, without port."""
    parts = _split(url)
    return _host(parts) if parts else None


def _split(url: str) -> SplitResult | None:
    if len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        readable = parts.scheme in _DEFAULT_PORTS and parts.port != 0
    except ValueError:
        return None
    return parts if readable else None


def _host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii").lower()
        except UnicodeError:
            return None
    return host if _HOST.fullmatch(host) else None


def _canonical_path(path: str) -> str:
    segments: list[str] = []
    for segment in _escaped(_SESSION.sub("", path), "/:@!$&'()*+,;=").split("/"):
        if segment == "..":
            segments = segments[:-1]
        elif segment not in ("", "."):
            segments.append(_AMP_FILE.sub("", segment))
    while len(segments) > 1 and segments[-1].lower() in _VARIANT_SEGMENTS:
        segments.pop()
    while len(segments) > 1 and segments[0].lower() in _VARIANT_SEGMENTS:
        segments.pop(0)
    return "/" + "/".join(segments)


def _canonical_query(query: str) -> str:
    pairs = [_escaped(pair, "/:@!$'()*+,;=?") for pair in query.split("&") if pair.strip("=")]
    return "&".join(sorted(pair for pair in pairs if not _is_dropped(pair.lower())))


def _is_dropped(pair: str) -> bool:
    return bool(_TRACKING.fullmatch(pair.partition("=")[0]) or _VARIANT_PARAMETER.fullmatch(pair))


def _escaped(text: str, kept: str) -> str:
    """Each character in one spelling: unreserved ones bare, the others as `%XX` unless they mean something here."""
    return quote(_ESCAPE.sub(_one_spelling, text), safe=f"%{kept}", errors="replace")


def _one_spelling(match: re.Match[str]) -> str:
    if match[1] is None:
        return "%25"
    character = chr(int(match[1], 16))
    return character if character in _UNRESERVED else f"%{match[1].upper()}"

"""Which addresses Telegram takes for links, as TDLib's LinkManager and HttpUrl decide."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address

_PART = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=]|[^\x00-\x7f]|%[0-9A-Fa-f]{2})*")
_USERINFO = re.compile(r"(?:[A-Za-z0-9.\-_!$,~*'();&+=:]|[^\x00-\x7f]|%[0-9A-Fa-f]{2})*")
_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_TG = re.compile(r"(tg|ton|tonsite):(?://)?([A-Za-z0-9\-_.]+)(.*)", re.IGNORECASE | re.DOTALL)
_USER = re.compile(r"tg:(?://)?user/?\?(?:[^#]*&)?id=([0-9]{1,18})(?:[&#].*)?", re.IGNORECASE | re.DOTALL)


def find_user_id(url: str) -> int:
    """The person a `tg://user?id=` link names; 0 for any other address."""
    match = _USER.fullmatch(url) if url[:2] in ("tg", "TG", "Tg", "tG") else None
    return int(match[1]) if match else 0


def check_link(url: str) -> str:
    """The address as Telegram stores it.

    Raises:
        ValueError: no link; the text is Telegram's.
    """
    if re.match(r"(?:tg|ton|tonsite):", url, re.IGNORECASE):
        return _check_own_link(url)
    protocol = "http"
    rest = url
    if scheme := _SCHEME.match(url):
        protocol = scheme[1].lower()
        if protocol not in ("http", "https"):
            raise ValueError("Unsupported URL protocol")
        rest = url[scheme.end() :]
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    userinfo, at, address = authority.rpartition("@")
    host, port = _split_port(address)
    _check_host(host)
    if not _USERINFO.fullmatch(userinfo):
        raise ValueError("Disallowed character in URL userinfo")
    return f"{protocol}://{userinfo}{at}{host.lower()}{port}{_path(rest[len(authority) :])}"


def _check_own_link(url: str) -> str:
    match = _TG.fullmatch(url)
    if not match:
        raise ValueError("Wrong tg URL")
    rest = match[3] if match[3].startswith("/") or not match[3] else f"/{match[3]}"
    return f"{match[1].lower()}://{match[2].lower()}{rest.replace('/?', '?', 1) if rest.startswith('/?') else rest}"


def _split_port(address: str) -> tuple[str, str]:
    host, colon, port = address.rpartition(":")
    if not colon or "]" in port:
        return address, ""
    if not port.isascii() or not port.isdecimal() or not 0 < int(port[-6:]) <= 65535 or len(port.lstrip("0")) > 5:
        raise ValueError("Wrong port number specified in the URL")
    return host, f":{int(port)}"


def _check_host(host: str) -> None:
    if not host:
        raise ValueError("URL host is empty")
    if host.startswith("[") and host.endswith("]"):
        try:
            IPv6Address(host[1:-1])
        except AddressValueError:
            raise ValueError("Wrong IPv6 address specified in the URL") from None
        return
    if not _PART.fullmatch(host):
        raise ValueError("Disallowed character in URL host")
    if "." not in host:
        raise ValueError("Wrong HTTP URL")


def _path(rest: str) -> str:
    trimmed = rest.rstrip(" \t\r\n\0\v")
    rooted = trimmed if trimmed.startswith("/") else f"/{trimmed}"
    return "".join(char if char > " " else f"%{ord(char):02X}" for char in rooted)

"""Connections to allowed addresses only: each is judged as its socket is made, so that none can slip between."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, ip_address

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.connector import AddrInfoType

from bot.ingest.fetching.safety.names import Lookup
from bot.ingest.fetching.safety.targets import is_allowed


class NotPublicError(OSError):
    """A name leads to an address that is not the public internet's. Stays within this room: it becomes a `Reason`."""


def open_connector(lookup: Lookup, *, allow_loopback: bool) -> aiohttp.TCPConnector:
    """A connector that goes nowhere else. Needs a running event loop."""

    def make_socket(parts: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, address = parts
        _check(str(address[0]), str(address[0]), allow_loopback)
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        resolver=_CheckedResolver(lookup, allow_loopback),
        socket_factory=make_socket,
        use_dns_cache=False,
        # A server that sends more than it announced must not write into the next answer.
        force_close=True,
        limit=0,
    )


class _CheckedResolver(AbstractResolver):
    """One address that is not public among many refuses the name: it was put there on purpose."""

    def __init__(self, lookup: Lookup, allow_loopback: bool) -> None:
        self._lookup = lookup
        self._allow_loopback = allow_loopback

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._lookup(host, port)
        if not found:
            raise socket.gaierror(socket.EAI_NONAME, "no address")
        for address in found:
            _check(host, address, self._allow_loopback)
        return [_result(host, port, address) for address in found]

    async def close(self) -> None:
        """Nothing is held."""


def _check(host: str, address: str, allow_loopback: bool) -> None:
    try:
        allowed = is_allowed(ip_address(address), allow_loopback=allow_loopback)
    except ValueError:
        allowed = False
    if not allowed:
        raise NotPublicError(f"{host} is at {address}")


def _result(host: str, port: int, address: str) -> ResolveResult:
    family = socket.AF_INET if isinstance(ip_address(address), IPv4Address) else socket.AF_INET6
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)

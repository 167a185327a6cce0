"""Which IP addresses are the public internet's. Pure.

Built on IANA's special-purpose address registries: Python's own `is_global` changed between patch releases, so that
the ranges are listed here and `is_global` is asked besides.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # carriers' own; Alibaba's metadata
        "127.0.0.0/8",
        "168.63.129.16/32",  # Azure's host, in a public range
        "169.254.0.0/16",  # link-local; the clouds' metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocols; Oracle's metadata
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_UNICAST_6 = IPv6Network("2000::/3")
"""All that is given out; whatever lies outside is ours, somebody's inside or nobody's."""
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # Teredo, benchmarks, ORCHID
        "2001:db8::/32",
        "2002::/16",  # 6to4: leads to whatever v4 address it carries
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether anybody on the internet could reach it. One that carries a v4 address is judged by that."""
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id is not None:
        return False
    if carried := _carried(address):
        return is_public(carried)
    return address in _UNICAST_6 and address.is_global and not any(address in network for network in _NOT_PUBLIC_6)


def is_loopback(address: Address) -> bool:
    """This machine, by either protocol."""
    return ((isinstance(address, IPv6Address) and address.ipv4_mapped) or address).is_loopback


def parse_literal(host: str) -> Address | None:
    """The address a host name spells, or None for a true name.

    Knows all that `inet_aton` takes for one (decimal, octal, hex, short: `2130706433`, `0177.1`, `0x7f.1`), for a
    name server may be asked by way of it.
    """
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        pass
    if not host[:1].isdigit() or not all(character in "0123456789abcdefABCDEFxX." for character in host):
        return None
    try:
        return IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _carried(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped

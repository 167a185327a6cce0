"""Which addresses are the public internet's."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.fetching.safety.addresses import is_loopback, is_public, parse_literal

INSIDE = """
    0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.254 168.63.129.16
    169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1
    198.18.0.1 198.19.255.255 198.51.100.7 203.0.113.7 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
    64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1::1 2001:2::1 2001:10::1 2001:db8::1 2002:7f00:1::1 2002:808:808::1
    3fff::1 5f00::1 fc00::1 fd00:ec2::254 fd12:3456::1 fe80::1 fe80::1%eth0 2a00:1450::1%eth0 fec0::1 ff02::1 4000::1
"""
OUTSIDE = """
    1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.255.255 172.32.0.1 192.0.1.1 192.167.255.255 198.17.255.255
    223.255.255.255 168.63.129.17 2606:4700:4700::1111 2a00:1450:4001::1 ::ffff:8.8.8.8 64:ff9b::808:808
"""
DISGUISED = """
    127.0.0.1 2130706433 0x7f000001 0x7f.1 0x7F.0.0.1 127.1 127.0.1 0177.0.0.1 017700000001 00000177.1 0x7f.0x0.0x1
"""


@pytest.mark.parametrize("address", INSIDE.split())
def test_nobodys_and_somebodys_inside_addresses_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE.split())
def test_the_internets_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@given(st.ip_addresses(v=4))
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_v4_address_is_judged_alike_however_it_is_wrapped(address: IPv4Address) -> None:
    assert (
        is_public(address)
        == is_public(IPv6Address(f"::ffff:{address}"))
        == is_public(IPv6Address(f"64:ff9b::{address}"))
    )
    assert not is_public(IPv6Address((0x2002 << 112) | (int(address) << 80)))


def test_loopback_is_known_in_each_form() -> None:
    assert all(is_loopback(ip_address(a)) for a in ("127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"))
    assert not any(is_loopback(ip_address(a)) for a in ("10.0.0.1", "::", "::ffff:10.0.0.1"))


@pytest.mark.parametrize("host", DISGUISED.split())
def test_a_disguised_address_is_seen_through(host: str) -> None:
    assert parse_literal(host) == IPv4Address("127.0.0.1")


@pytest.mark.parametrize(
    "host", ["news.example", "1e100.net", "4chan.example", "0x.example", "a.b", "256.1.1.1.1", "dead.beef"]
)
def test_a_name_is_no_address(host: str) -> None:
    assert parse_literal(host) is None

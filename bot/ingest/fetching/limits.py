"""How much a fetch may cost us and the host."""

from __future__ import annotations

from dataclasses import dataclass

PORTS = frozenset({80, 443, 8080, 8443})
"""Where the web is served; on others live mail servers, databases and consoles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`size_bytes` holds before and after decompression; `seconds` is all time on the network, redirects included,
    without the waiting for one's turn; `at_once` times `size_bytes` is the most memory in use."""

    size_bytes: int = 10_000_000
    seconds: float = 20.0
    connect_seconds: float = 10.0
    redirects: int = 5
    pause_seconds: float = 1.0
    at_once: int = 8

"""What to fetch and what came of it: values, for every caller of a `Fetcher`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What is hoped for: asked for by its media types; pages keep to robots.txt, feeds are published to be polled."""

    PAGE = "page"
    FEED = "feed"


class Fault(StrEnum):
    """Whom a refusal speaks of: whether it counts against the source.

    `UNCLEAR` is silence: it counts while others answer, and is an outage while nobody does.
    """

    SOURCE = "source"
    NETWORK = "network"
    UNCLEAR = "unclear"
    OURS = "ours"


class Reason(StrEnum):
    """Why nothing was brought back, as logs and summaries say it."""

    BAD_ADDRESS = "not an address that can be read"
    NOT_HTTP = "neither http nor https"
    PORT = "port not allowed"
    NOT_PUBLIC = "not a public address"
    ROBOTS = "robots.txt forbids it"
    ROBOTS_UNKNOWN = "robots.txt could not be read"
    ASKED_TO_WAIT = "the host asked to wait"
    NO_SUCH_HOST = "no such host"
    NO_LOOKUP = "names cannot be looked up"
    NO_ROUTE = "no route"
    PROXY = "the proxy failed"
    NOT_CONNECTED = "no connection"
    BAD_TLS = "no trusted TLS"
    NO_ANSWER = "no answer"
    TOO_SLOW = "answered too slowly"
    TOO_LARGE = "too large"
    TOO_MANY_REDIRECTS = "too many redirects"
    HTTP_STATUS = "HTTP status"
    BROKEN_ANSWER = "not readable as HTTP"
    CUT_SHORT = "broke off"
    BAD_ENCODING = "not encoded as it says"

    @property
    def fault(self) -> Fault:
        """The source's only where the source itself spoke HTTP to us."""
        return _FAULTS.get(self, Fault.SOURCE)


_FAULTS = {
    Reason.BAD_ADDRESS: Fault.OURS,
    Reason.NOT_HTTP: Fault.OURS,
    Reason.PORT: Fault.OURS,
    Reason.NOT_PUBLIC: Fault.OURS,
    Reason.ROBOTS: Fault.OURS,
    Reason.ASKED_TO_WAIT: Fault.OURS,
    Reason.NO_LOOKUP: Fault.NETWORK,
    Reason.NO_ROUTE: Fault.NETWORK,
    Reason.PROXY: Fault.NETWORK,
    Reason.NO_SUCH_HOST: Fault.UNCLEAR,
    Reason.NOT_CONNECTED: Fault.UNCLEAR,
    Reason.BAD_TLS: Fault.UNCLEAR,
    Reason.NO_ANSWER: Fault.UNCLEAR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRequest:
    """An address, and what its last answer gave to ask again by."""

    url: str
    kind: Kind = Kind.PAGE
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A whole answer. `body` is decompressed; `charset` is the one the server names, unchecked.

    `moved` says that every redirect on the way was permanent, and there was one: `final_url` is the new address.
    """

    url: str
    final_url: str
    status: int
    media_type: str | None
    charset: str | None
    body: bytes
    etag: str | None
    last_modified: str | None
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """What we have is what there is; the validators are the server's newer ones where it sent some."""

    url: str
    final_url: str
    etag: str | None
    last_modified: str | None
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Nothing came. `final_url` is where it ended, `detail` is for the log: one line of printable text."""

    url: str
    final_url: str
    reason: Reason
    status: int | None = None
    retry_after: timedelta | None = None
    detail: str = ""

    @property
    def fault(self) -> Fault:
        """Whether it counts against the source."""
        return self.reason.fault


Outcome = Fetched | NotModified | Refused

"""What went wrong on the wire, in our words: aiohttp's and the machine's errors to a reason. Pure."""

from __future__ import annotations

import errno
import socket

import aiohttp

from bot.ingest.fetching.outcomes import Reason
from bot.ingest.fetching.safety.connector import NotPublicError

_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL})
_NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_LONGEST = 200


def explain(error: aiohttp.ClientError | OSError | ValueError) -> Reason:
    """Why a request failed before its answer was whole."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return _explain_lookup(error.os_error)
        case aiohttp.ClientProxyConnectionError() | aiohttp.ClientHttpProxyError():
            return Reason.PROXY
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientSSLError():
            return Reason.BAD_TLS
        case aiohttp.ClientConnectorError():
            return _explain_connection(error.os_error)
        case aiohttp.ConnectionTimeoutError():
            return Reason.NOT_CONNECTED
        case aiohttp.ServerDisconnectedError() | OSError():
            return Reason.NO_ANSWER
        case aiohttp.InvalidURL() | UnicodeError():
            return Reason.BAD_ADDRESS
        case _:
            return Reason.BROKEN_ANSWER


def describe(error: BaseException) -> str:
    """The error for the log: a server may have written part of it, hence one line of printable characters."""
    text = " ".join(f"{type(error).__name__}: {error}"[:_LONGEST].split())
    return "".join(character if character.isprintable() else "?" for character in text)


def _explain_lookup(error: OSError) -> Reason:
    if isinstance(error, NotPublicError):
        return Reason.NOT_PUBLIC
    return Reason.NO_SUCH_HOST if error.errno in _NO_SUCH_HOST else Reason.NO_LOOKUP


def _explain_connection(error: OSError) -> Reason:
    if isinstance(error, NotPublicError):
        return Reason.NOT_PUBLIC
    return Reason.NO_ROUTE if error.errno in _NO_ROUTE else Reason.NOT_CONNECTED

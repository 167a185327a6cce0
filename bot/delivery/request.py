"""The Bot API over aiohttp, for what goes to many: a tenth of the processor time that PTB's `Bot` takes over httpx.

People are answered over httpx: its slower pool is theirs alone, so no fan-out stands before them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.delivery.outcomes import UnreachedError
from bot.delivery.window import MOST_SENDS

CONNECTIONS = MOST_SENDS
READ_SECONDS = 20.0
"""A slow answer is not a lost one: Telegram has it by then, and asking again would repeat it."""
_CONNECT_SECONDS = 10.0
_JSON = {"Content-Type": "application/json"}


class Api:
    """One bot's methods over one session, opened by the first call, for it needs the event loop that sends."""

    def __init__(self, url: str, token: str, *, read_seconds: float = READ_SECONDS) -> None:
        self._url, self._token, self._read_seconds = url, token, read_seconds
        self._session: aiohttp.ClientSession | None = None

    async def call(self, method: str, parameters: Mapping[str, object]) -> object:
        """A method's result as JSON has it.

        Raises:
            TelegramError: as PTB's `Bot` would; a `NetworkError` from `UnreachedError` where surely nothing was sent.
        """
        if self._session is None:
            self._session = self._open()
        return await _Call(self._session, parameters).post(f"{self._url}/bot{self._token}/{method}")

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _open(self) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=CONNECTIONS),
            timeout=aiohttp.ClientTimeout(total=None, connect=_CONNECT_SECONDS, sock_read=self._read_seconds),
            # Asked once: `trust_env` would ask a thread, and read ~/.netrc, for each message.
            proxy=_find_proxy(self._url),
        )


class _Call(BaseRequest):
    """One request: PTB reads the answer and names what went wrong, the body is ours."""

    __slots__ = ("_parameters", "_session")

    def __init__(self, session: aiohttp.ClientSession, parameters: Mapping[str, object]) -> None:
        self._session, self._parameters = session, parameters

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing: the session is open."""

    async def shutdown(self) -> None:
        """Nothing: the session goes on."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = None,
        write_timeout: object = None,
        connect_timeout: object = None,
        pool_timeout: object = None,
    ) -> tuple[int, bytes]:
        """The session's own timeouts serve whatever PTB asks for."""
        body = json.dumps(self._parameters, ensure_ascii=False).encode()
        try:
            async with self._session.request(method, url, data=body, headers=_JSON) as response:
                return response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from UnreachedError(repr(error))
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


def _find_proxy(url: str) -> str | None:
    """The environment's, for this address."""
    parts = urlsplit(url)
    return None if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme)

"""The network room: one address in, one outcome out, politely and from public places only. For `app` and ingest.

`outcomes` names what comes back and costs nothing to import; `fetcher` brings aiohttp along: import it where a fetch
is near.
"""

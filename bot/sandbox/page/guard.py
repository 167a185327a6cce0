"""Keeps other sites' pages away from the sandbox, and gives every answer its headers; for `server`.

The sandbox listens on loopback without a password, so a page of any site open in the same browser could reach it:
by a name that resolves to 127.0.0.1 (DNS rebinding), or by posting across sites. Programs send no Origin and pass.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
PAGE_HEADER = "X-Sandbox-Page"
"""A header no form and no simple request can carry: it makes a browser ask first, and nobody answers."""

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Refuse a stranger with 403."""
    if reason := _why_not(request):
        return web.json_response({"ok": False, "error_code": 403, "description": f"Forbidden: {reason}"}, status=403)
    return await handler(request)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """For the application's `on_response_prepare`: what a browser may show or run."""
    if not request.path.startswith("/bot"):
        response.headers.update(_HEADERS)


def _why_not(request: web.Request) -> str:
    if _hostname(request.host) not in LOOPBACK:
        return "the sandbox answers to loopback names only"
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return "another site's page"
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site not in ("none", "same-origin") and not (request.method == "GET" and request.path == "/"):
        return "another site's page"
    is_page_call = request.path.startswith("/page/") and request.method != "GET"
    if is_page_call and (request.content_type != "application/json" or PAGE_HEADER not in request.headers):
        return f"the page's calls carry JSON and {PAGE_HEADER}"
    return ""


def _hostname(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()

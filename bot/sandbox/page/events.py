"""Server-sent events: the journal, streamed to each open page."""

from __future__ import annotations

import json

from aiohttp import web

from bot.sandbox.page.journal import Journal
from bot.sandbox.page.shapes import change_json

BEAT_SECONDS = 15


async def stream(request: web.Request, journal: Journal) -> web.StreamResponse:
    """Until the page leaves. A page that cannot be brought up to date gets `stale`, and reads the state anew."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    await response.write(b"retry: 1000\n\n")
    cursor = request.headers.get("Last-Event-ID") or request.query.get("after", "")
    while (changes := journal.after(cursor)) is not None:
        if changes:
            cursor = journal.cursor_at(changes[-1][0])
            frames = [f"id: {journal.cursor_at(n)}\ndata: {json.dumps(change_json(c))}\n\n" for n, c in changes]
            await response.write("".join(frames).encode())
        elif not await journal.written.wait(BEAT_SECONDS):
            await response.write(b": beat\n\n")
    await response.write(b"event: stale\ndata: {}\n\n")
    return response

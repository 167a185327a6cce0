"""Where the news comes from, as /sources shows it: those in trouble first, then the liveliest; a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.html import Html, bold, cut, escape, join, one_line
from bot.render.messages import Messages
from bot.render.subscribing.words import local_time
from storage.models.chats import OutgoingMessage
from storage.models.sources import FeedStanding, FollowedFeed

A_PAGE = 12
"""With titles and reasons bounded, so many fit one message."""
_TITLE_LIMIT, _REASON_LIMIT = 60, 100


def render_sources(
    standings: Sequence[FeedStanding], page: int, timezone: str, language: str, messages: Messages, *, is_fetched: bool
) -> OutgoingMessage:
    """Page `page`, counted from 1; past the last one it is the last."""
    if not is_fetched:
        return OutgoingMessage(text=messages.text("sources.off", language))
    ordered = sorted(standings, key=lambda each: (not _has_trouble(each.feed), -each.stored_count, each.feed.title))
    pages = max(1, -(-len(ordered) // A_PAGE))
    page = min(max(page, 1), pages)
    lines = [_render_line(each, timezone, language, messages) for each in ordered[(page - 1) * A_PAGE : page * A_PAGE]]
    head = _render_head(ordered, timezone, language, messages)
    more = messages.text("sources.more", language, page=page, pages=pages, next=page % pages + 1) if pages > 1 else ""
    return OutgoingMessage(text=join("\n\n", (head, join("\n", lines), more)))


def _render_head(standings: Sequence[FeedStanding], timezone: str, language: str, messages: Messages) -> Html:
    disabled = sum(each.feed.is_disabled for each in standings)
    failing = sum(_has_trouble(each.feed) for each in standings) - disabled
    return join(
        "\n",
        (
            bold(messages.plural("sources.title", language, len(standings))),
            messages.text("sources.counted", language, failing=failing, disabled=disabled, zone=timezone),
        ),
    )


def _render_line(standing: FeedStanding, timezone: str, language: str, messages: Messages) -> Html:
    feed = standing.feed
    title = bold(cut(escape(one_line(feed.title)), _TITLE_LIMIT))
    counted = messages.plural("sources.articles", language, standing.stored_count)
    parts = [
        messages.text("sources.line", language, title=title, articles=counted),
        messages.text("sources.success", language, at=local_time(feed.last_success_at, timezone, language))
        if feed.last_success_at
        else messages.text("sources.never", language),
    ]
    if feed.is_disabled:
        parts.append(messages.text("sources.disabled", language, reason=_short(feed.disabled_reason)))
    elif _has_trouble(feed) and feed.last_error_at:
        at = local_time(feed.last_error_at, timezone, language)
        parts.append(messages.text("sources.error", language, at=at, reason=_short(feed.last_error)))
    if feed.next_fetch_at:
        parts.append(messages.text("sources.next", language, at=local_time(feed.next_fetch_at, timezone, language)))
    return join(" · ", parts)


def _short(reason: str | None) -> str:
    return (reason or "")[:_REASON_LIMIT]


def _has_trouble(feed: FollowedFeed) -> bool:
    """Disabled, or its last fetch failed."""
    failed_last = feed.last_error_at is not None and feed.last_error_at == feed.last_fetch_at
    return feed.is_disabled or failed_last

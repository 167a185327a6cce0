"""Sources as the terminal shows them: one line each, of what came from outside only what is printable."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.ingest.refusal import show_origin
from storage.models.sources import FeedStanding, PageState, Run, SettledPage

_LONGEST = 300


def describe_feed(standing: FeedStanding, now: datetime) -> str:
    """Its name, how it does, where it is."""
    feed = standing.feed
    parts = [
        f"last success {_age(feed.last_success_at, now)}",
        f"{standing.stored_count} articles in 7 days",
        *([f"{standing.waiting_count} pages wait"] if standing.waiting_count else []),
        f"disabled: {feed.disabled_reason}" if feed.is_disabled else f"next {_until(feed.next_fetch_at, now)}",
        *([f"last error {_age(feed.last_error_at, now)}: {feed.last_error}"] if feed.last_error_at else []),
    ]
    return _line(f"{feed.name}: {', '.join(parts)}; {feed.url}")


def describe_run(run: Run) -> str:
    """When, what came of it, counts where there are any."""
    counted = (
        f", {run.item_count} items, {run.new_count} new: {run.stored_count} stored, {run.known_count} known,"
        f" {run.refused_count} refused"
        if run.item_count
        else ""
    )
    detail = f" ({run.detail})" if run.detail else ""
    return _line(f"{_at(run.ended_at)} {run.feed_name}: {run.result}{detail}{counted}")


def describe_refused(page: SettledPage) -> str:
    """When, why, which address."""
    verb = "refused" if page.state is PageState.REFUSED else "kept what the feed says of"
    at = _at(page.settled_at) if page.settled_at else "?"
    return _line(f"{at} {verb} {page.url or 'an item without address'}: {page.reason}")


def _line(text: str) -> str:
    return show_origin(text[:_LONGEST])


def _at(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}"


def _age(at: datetime | None, now: datetime) -> str:
    return "never" if at is None else f"{_span((now - at).total_seconds())} ago"


def _until(at: datetime | None, now: datetime) -> str:
    return "never" if at is None else "now" if at <= now else f"in {_span((at - now).total_seconds())}"


def _span(seconds: float) -> str:
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= length:
            return f"{seconds / length:.0f} {unit}"
    return f"{max(seconds, 0):.0f} s"

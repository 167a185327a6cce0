"""A digest → the messages it is sent as: each below Telegram's limit, cut between two entries, with its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefing.digest import Digest, DigestKind
from bot.briefing.entries import Entry
from bot.render.entries import DOT, render_entry, render_evidence_rows, render_legend
from bot.render.html import MESSAGE_LIMIT, Html, bold, cut, fits, join
from bot.render.messages import Messages
from bot.render.subscribing.words import describe_filter, local_time
from storage.models.chats import OutgoingMessage

_LIMIT = MESSAGE_LIMIT - 200
"""Room for the mark of a repeat and for "2 of 3"."""
_TITLE_LIMIT = 300
_MOST_A_PART = 12
"""Entries: their buttons must stay few enough for a phone."""


def render_digest(
    digest: Digest, timezone: str, language: str, messages: Messages, *, note: str | None = None
) -> tuple[OutgoingMessage, ...]:
    """Heading, entries, what is not shown. `note`: key of what the heading says besides."""
    head = _render_head(digest, timezone, language, messages, note=note)
    tail = join("\n", (render_legend(digest.entries, language, messages), _render_hidden(digest, language, messages)))
    groups = _group(digest.entries, head, tail, language, messages)
    count = len(groups)
    return tuple(
        OutgoingMessage(
            text=_render_part(head, entries, tail, at, count, language, messages),
            keyboard=render_evidence_rows(entries, language, messages),
        )
        for at, entries in enumerate(groups, start=1)
    )


def _group(
    entries: Sequence[Entry], head: Html, tail: Html, language: str, messages: Messages
) -> list[Sequence[Entry]]:
    """As many entries a part as fit; at least one part, and one entry in each."""
    groups: list[list[Entry]] = [[]]
    for entry in entries:
        longer = [*groups[-1], entry]
        text = join("\n\n", (head, *_render_entries(longer, language, messages), tail))
        if groups[-1] and (len(longer) > _MOST_A_PART or not fits(text, _LIMIT)):
            groups.append([entry])
        else:
            groups[-1] = longer
    return list(groups)


def _render_part(
    head: Html, entries: Sequence[Entry], tail: Html, at: int, count: int, language: str, messages: Messages
) -> Html:
    above = head if at == 1 else bold(messages.text("digest.continued", language, part=at, parts=count))
    below = tail if at == count else Html()
    return cut(join("\n\n", (above, *_render_entries(entries, language, messages), below)), MESSAGE_LIMIT)


def _render_entries(entries: Sequence[Entry], language: str, messages: Messages) -> list[Html]:
    many = len(entries) > 1
    return [
        render_entry(entry, language, messages, number=number if many else None)
        for number, entry in enumerate(entries, start=1)
    ]


def _render_head(digest: Digest, timezone: str, language: str, messages: Messages, *, note: str | None) -> Html:
    followed = describe_filter(digest.filter.alternatives, digest.subjects, language, messages)
    title = bold(cut(messages.text("digest.title", language, what=followed), _TITLE_LIMIT))
    noted = messages.text(note, language) if note else ""
    return join("\n", (title, _render_window(digest, timezone, language, messages), noted))


def _render_window(digest: Digest, timezone: str, language: str, messages: Messages) -> Html:
    if not digest.story_ids:
        key = "digest.empty.archive" if digest.kind is DigestKind.ARCHIVE else "digest.empty"
        return join("\n", (_render_span(digest, timezone, language, messages), messages.text(key, language)))
    if digest.kind is DigestKind.ARCHIVE:
        return messages.plural("digest.archive", language, len(digest.story_ids))
    return join(DOT, (_render_span(digest, timezone, language, messages), _render_count(digest, language, messages)))


def _render_span(digest: Digest, timezone: str, language: str, messages: Messages) -> Html:
    if digest.since is None:
        return Html()
    since, until = (local_time(at, timezone, language) for at in (digest.since, digest.until))
    return messages.text("digest.window", language, since=since, until=until, zone=timezone)


def _render_count(digest: Digest, language: str, messages: Messages) -> Html:
    updates = sum(entry.is_update for entry in digest.entries)
    counted = messages.plural("count", language, len(digest.story_ids))
    return join(", ", (counted, messages.plural("digest.updates", language, updates) if updates else ""))


def _render_hidden(digest: Digest, language: str, messages: Messages) -> Html:
    return messages.plural("digest.hidden", language, digest.hidden_count) if digest.hidden_count else Html()

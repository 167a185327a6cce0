"""A digest or an alert → the messages it is sent as: each below Telegram's limit, cut between entries, with buttons.

Nothing here names one chat, so all who share filter, window, zone and language share the messages: what a button
belongs to is found in the chat it is pressed in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial

from bot.briefing.digest import Digest, DigestKind
from bot.briefing.entries import Entry
from bot.briefing.grouping import OTHERS, SEVERAL
from bot.render.entries import DOT, Row, render_entry, render_evidence_rows, render_legend
from bot.render.html import MESSAGE_LIMIT, Html, bold, cut, escape, fits, italic, join, one_line, plain
from bot.render.messages import Messages
from bot.render.subscribing.buttons import AskWhy, ChangeFollowed
from bot.render.subscribing.words import describe_filter, describe_reason, describe_schedule, local_time, name_together
from storage.models.chats import Cadence, OutgoingMessage, Schedule

_LIMIT = MESSAGE_LIMIT - 200
"""Room for the mark of a repeat and for "2 of 3"."""
_TITLE_LIMIT = 300
_WHY_LIMIT = 200
_SOURCE_LIMIT = 120
_MOST_NAMED, _NAME_LIMIT = 5, 60
"""Sources that failed."""
_MOST_A_PART = 12
"""Entries: their buttons must stay few enough for a phone."""

_Tell = Callable[[Entry, int | None], Html]
"""An entry's lines under its number, worded once: parts are filled by trying them with one entry more and more."""


def render_digest(
    digest: Digest,
    timezone: str,
    language: str,
    messages: Messages,
    *,
    schedule: Schedule | None = None,
    note: str | None = None,
) -> tuple[OutgoingMessage, ...]:
    """Heading, entries, what is not shown, and the subscription it comes from, of that schedule; none: it was asked for
    without one. `note`: key of what the heading says besides."""
    if schedule and not digest.story_ids and digest.kind is DigestKind.WINDOW:
        text = _render_nothing(digest, timezone, language, messages)
        return (OutgoingMessage(text=text, keyboard=_change_rows(digest, language, messages)),)
    head = _render_head(digest, timezone, language, messages, schedule=schedule, note=note)
    tail = join(
        "\n",
        (
            render_legend(digest.entries, language, messages),
            _render_hidden(digest, language, messages),
            _render_source(digest, schedule, timezone, language, messages) if schedule else "",
            _render_silent(digest, language, messages),
        ),
    )
    tell = cache(partial(_tell, digest, language, messages))
    groups = _group(digest, head, tail, tell, language, messages)
    count = len(groups)
    changes = _change_rows(digest, language, messages) if schedule else ()
    return tuple(
        OutgoingMessage(
            text=_render_part(digest, head, entries, tail, at, count, tell, language, messages),
            keyboard=(*render_evidence_rows(entries, language, messages), *(changes if at == count else ())),
        )
        for at, entries in enumerate(groups, start=1)
    )


def render_alert(entry: Entry, language: str, messages: Messages) -> OutgoingMessage:
    """One story, told as it comes."""
    legend = render_legend((entry,), language, messages)
    why = (plain(messages.text("alert.why", language)), str(AskWhy(story_id=entry.story_id)))
    (evidence,) = render_evidence_rows((entry,), language, messages)
    return OutgoingMessage(
        text=cut(join("\n\n", (render_entry(entry, language, messages), legend)), _LIMIT), keyboard=((*evidence, why),)
    )


def _group(
    digest: Digest, head: Html, tail: Html, tell: _Tell, language: str, messages: Messages
) -> list[Sequence[Entry]]:
    """As many entries a part as fit; at least one part, and one entry in each."""
    groups: list[list[Entry]] = [[]]
    for entry in digest.entries:
        longer = [*groups[-1], entry]
        text = join("\n\n", (head, *_render_entries(digest, longer, tell, language, messages), tail))
        if groups[-1] and (len(longer) > _MOST_A_PART or not fits(text, _LIMIT)):
            groups.append([entry])
        else:
            groups[-1] = longer
    return list(groups)


def _render_part(
    digest: Digest,
    head: Html,
    entries: Sequence[Entry],
    tail: Html,
    at: int,
    count: int,
    tell: _Tell,
    language: str,
    messages: Messages,
) -> Html:
    above = head if at == 1 else bold(messages.text("digest.continued", language, part=at, parts=count))
    below = tail if at == count else Html()
    return cut(join("\n\n", (above, *_render_entries(digest, entries, tell, language, messages), below)), MESSAGE_LIMIT)


def _render_entries(
    digest: Digest, entries: Sequence[Entry], tell: _Tell, language: str, messages: Messages
) -> list[Html]:
    many, heading, rendered = len(entries) > 1, None, list[Html]()
    for number, entry in enumerate(entries, start=1):
        if heading != (heading := digest.headings.get(entry.story_id)):
            rendered.append(_render_heading(digest, entry, language, messages))
        rendered.append(tell(entry, number if many else None))
    return rendered


def _tell(digest: Digest, language: str, messages: Messages, entry: Entry, number: int | None) -> Html:
    told = render_entry(entry, language, messages, number=number)
    return join("\n", (told, _render_why(digest, entry, language, messages)))


def _render_heading(digest: Digest, entry: Entry, language: str, messages: Messages) -> Html:
    heading = digest.headings.get(entry.story_id, OTHERS)
    if heading in (SEVERAL, OTHERS):
        return bold(messages.text(f"digest.group.{'several' if heading else 'others'}", language))
    return bold(name_together(heading, digest.subjects, language, messages))


def _render_why(digest: Digest, entry: Entry, language: str, messages: Messages) -> Html:
    reason = digest.reasons.get(entry.story_id)
    why = describe_reason(reason, digest.subjects, language, messages) if reason else Html()
    return italic(messages.text("digest.why", language, why=cut(why, _WHY_LIMIT))) if why else why


def _render_head(
    digest: Digest, timezone: str, language: str, messages: Messages, *, schedule: Schedule | None, note: str | None
) -> Html:
    noted = messages.text(note, language) if note else ""
    gathered = messages.text("digest.gathered", language) if schedule and schedule.cadence is Cadence.AT_ONCE else ""
    return join(
        "\n",
        (
            _render_title(digest, language, messages),
            _render_window(digest, timezone, language, messages),
            gathered,
            noted,
        ),
    )


def _render_title(digest: Digest, language: str, messages: Messages) -> Html:
    followed = describe_filter(digest.filter, digest.subjects, language, messages)
    return bold(cut(messages.text("digest.title", language, what=followed), _TITLE_LIMIT))


def _render_nothing(digest: Digest, timezone: str, language: str, messages: Messages) -> Html:
    """One line for whoever wants to know that there is none, and which sources could not tell."""
    title, span = _render_title(digest, language, messages), _render_span(digest, timezone, language, messages)
    nothing = join(DOT, (title, messages.text("digest.empty", language), span))
    return join("\n", (nothing, _render_silent(digest, language, messages)))


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


def _render_source(digest: Digest, schedule: Schedule, timezone: str, language: str, messages: Messages) -> Html:
    """The subscription that brought it."""
    what = cut(describe_filter(digest.filter, digest.subjects, language, messages), _SOURCE_LIMIT)
    when = describe_schedule(schedule, timezone, language, messages)
    return messages.text("digest.source", language, what=what, when=when)


def _render_silent(digest: Digest, language: str, messages: Messages) -> Html:
    """Which sources failed in its window."""
    if not digest.silent_sources:
        return Html()
    named = [cut(escape(one_line(title)), _NAME_LIMIT) for title in digest.silent_sources[:_MOST_NAMED]]
    left = len(digest.silent_sources) - len(named)
    listed = join(", ", (*named, messages.plural("digest.silent.more", language, left) if left else ""))
    return italic(messages.text("digest.silent", language, sources=listed))


def _change_rows(digest: Digest, language: str, messages: Messages) -> tuple[Row, ...]:
    label = plain(messages.text("digest.change", language))
    return (((label, str(ChangeFollowed(filter_id=digest.filter.id))),),)

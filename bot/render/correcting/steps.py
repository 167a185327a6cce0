"""The steps of saying what is wrong with a report, each a question with its answers as buttons, in one message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.briefing.entries import compose_entry
from bot.render.answers.names import name_person, name_subject
from bot.render.correcting.buttons import CorrectionStep, Step
from bot.render.entries import flag_of, render_headline
from bot.render.html import Html, bold, cut, escape, join, one_line, plain
from bot.render.messages import Messages
from storage.models.chats import OutgoingMessage
from storage.models.corrections import (
    Change,
    Correction,
    CountryChange,
    NoPersonChange,
    PersonChange,
    Recorded,
    RecordedPerson,
    RelevanceChange,
    StoryChange,
)
from storage.models.news import Article, Story
from storage.models.seeds import Role

WHO = "WHO"
ROLES = tuple(Role)
"""A button carries a role's place in it."""
_LABEL_LIMIT = 40
_MOST = 12
"""Buttons of one question: a report of more countries or people is a roll call."""

Button = tuple[str, str]


def render_which_report(story: Story, language: str, messages: Messages) -> OutgoingMessage:
    """Which of a story's reports is wrong."""
    buttons = [
        (_label(article.source or article.title or article.url or f"#{article.id}"), _step(article.id, Step.WHAT))
        for article in story.articles[:_MOST]
    ]
    headline = render_headline(compose_entry(story, language), language, messages)
    return _ask("correct.which", buttons, language, messages, headline=headline)


def render_what(
    article: Article, recorded: Recorded, corrections: Sequence[Correction], language: str, messages: Messages
) -> OutgoingMessage:
    """What may be wrong with a report; what was stated of it before can be taken back."""
    relevance = Step.IRRELEVANT if recorded.is_relevant else Step.RELEVANT
    steps = [(relevance, True), (Step.COUNTRY, bool(recorded.parties)), (Step.PERSON, bool(recorded.people))]
    steps.append((Step.STORY, True))
    buttons = [(_text(f"correct.{step.name.lower()}", language, messages), step) for step, has_any in steps if has_any]
    rows = [(label, _step(article.id, step)) for label, step in buttons]
    rows += [
        (
            _label(plain(messages.text("correct.undo", language, what=word_change(each.change, language, messages)))),
            _step(article.id, Step.UNDO, str(each.id)),
        )
        for each in corrections[-3:]
    ]
    title = cut(escape(one_line(article.title or article.lead or "")), 200)
    source = escape(one_line(article.source or ""))
    return _ask("correct.what", rows, language, messages, report=join("\n", (bold(title), source)))


def render_countries(recorded: Recorded, language: str, messages: Messages) -> OutgoingMessage:
    """Which of the parties is none."""
    buttons = [
        (plain(name_subject(code, language, messages)), _step(recorded.article_id, Step.COUNTRY, code))
        for code in sorted(recorded.parties)[:_MOST]
    ]
    return _ask("correct.country.which", buttons, language, messages)


def render_people(recorded: Recorded, language: str, messages: Messages) -> OutgoingMessage:
    """Who is not told of rightly."""
    buttons = [
        (_label(plain(_name(person))), _step(recorded.article_id, Step.PERSON, str(person.official_id)))
        for person in recorded.people[:_MOST]
    ]
    return _ask("correct.person.which", buttons, language, messages)


def render_person(recorded: Recorded, person: RecordedPerson, language: str, messages: Messages) -> OutgoingMessage:
    """What is wrong about a person."""
    about = str(person.official_id)
    buttons = [
        (_text(f"correct.{step.name.lower()}", language, messages), _step(recorded.article_id, step, about))
        for step in (Step.ROLE, Step.PLACE, Step.NOBODY)
    ]
    role = messages.text(f"role.{person.role}", language)
    return _ask("correct.person.what", buttons, language, messages, person=join(", ", (_name(person), role)))


def render_roles(recorded: Recorded, person: RecordedPerson, language: str, messages: Messages) -> OutgoingMessage:
    """Which office they hold."""
    buttons = [
        (
            _text(f"role.{role}", language, messages),
            _step(recorded.article_id, Step.ROLE, str(person.official_id), str(number)),
        )
        for number, role in enumerate(ROLES)
        if role is not person.role
    ]
    return _ask("correct.role.which", buttons, language, messages, person=_name(person))


def render_places(recorded: Recorded, person: RecordedPerson, language: str, messages: Messages) -> OutgoingMessage:
    """For whom they speak: a country the report names, or the WHO."""
    codes = [*sorted(recorded.parties), *sorted(recorded.mentioned)][:_MOST]
    places = [code for code in (*codes, WHO) if code not in (person.country, person.organization)]
    buttons = [
        (
            plain(name_subject(place, language, messages)) if flag_of(place) else place,
            _step(recorded.article_id, Step.PLACE, str(person.official_id), place),
        )
        for place in places
    ]
    return _ask("correct.place.which", buttons, language, messages, person=_name(person))


def render_stories(article_id: int, stories: Iterable[Story], language: str, messages: Messages) -> OutgoingMessage:
    """Which event the report is of: one of those near, or one of its own."""
    buttons = [
        (
            _label(plain(render_headline(compose_entry(story, language), language, messages))),
            _step(article_id, Step.STORY, str(story.id)),
        )
        for story in stories
    ]
    own = (_text("correct.story.new", language, messages), _step(article_id, Step.STORY, "new"))
    return _ask("correct.story.which", [*buttons, own], language, messages)


def render_noted(correction: Correction, language: str, messages: Messages) -> OutgoingMessage:
    """It was recorded, and can be taken back."""
    article_id = correction.article_id
    buttons = [
        (_text("correct.take_back", language, messages), _step(article_id, Step.UNDO, str(correction.id))),
        (_text("correct.more", language, messages), _step(article_id, Step.WHAT)),
    ]
    return _ask("correct.noted", buttons, language, messages, what=word_change(correction.change, language, messages))


def render_undone(correction: Correction, language: str, messages: Messages) -> OutgoingMessage:
    """It was taken back."""
    button = (_text("correct.more", language, messages), _step(correction.article_id, Step.WHAT))
    what = word_change(correction.change, language, messages)
    return _ask("correct.undone", [button], language, messages, what=what)


def word_change(change: Change, language: str, messages: Messages) -> Html:
    """What a correction states."""
    match change:
        case RelevanceChange(is_relevant=is_relevant):
            return messages.text("correct.said.relevant" if is_relevant else "correct.said.irrelevant", language)
        case CountryChange(code=code, standing=standing):
            key = f"correct.said.{standing.name.lower()}"
            return messages.text(key, language, name=name_subject(code, language, messages))
        case PersonChange():
            name = name_person(change.name, change.country, change.organization)
            return messages.text(
                "correct.said.person", language, name=name, role=messages.text(f"role.{change.role}", language)
            )
        case NoPersonChange(name=name):
            return messages.text("correct.said.nobody", language, name=escape(one_line(name)))
        case StoryChange():
            return messages.text("correct.said.story", language)


def _name(person: RecordedPerson) -> Html:
    return name_person(person.name, person.country, person.organization)


def _ask(key: str, buttons: Sequence[Button], language: str, messages: Messages, **values: Html) -> OutgoingMessage:
    return OutgoingMessage(text=messages.text(key, language, **values), keyboard=tuple((button,) for button in buttons))


def _text(key: str, language: str, messages: Messages) -> str:
    return plain(messages.text(key, language))


def _label(text: str) -> str:
    return plain(cut(escape(one_line(text)), _LABEL_LIMIT))


def _step(article_id: int, step: Step, about: str | None = None, choice: str | None = None) -> str:
    return str(CorrectionStep(article_id=article_id, step=step, about=about, choice=choice))

"""An administrator says what is wrong with a report, by buttons: it is recorded here, and a job reads the report anew.

`bot.jobs` applies it, for answers know nothing of `ingest`: a recorded correction makes its article stale.
"""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.context import Context, Pressed, Request
from bot.render.correcting.buttons import CorrectionStep, OpenCorrection, Step, parse_correction
from bot.render.correcting.steps import (
    ROLES,
    WHO,
    render_countries,
    render_noted,
    render_people,
    render_person,
    render_places,
    render_roles,
    render_stories,
    render_undone,
    render_what,
    render_which_report,
)
from storage.models.chats import ChatKind, OutgoingMessage
from storage.models.corrections import (
    Change,
    CountryChange,
    NoPersonChange,
    PersonChange,
    Recorded,
    RecordedPerson,
    RelevanceChange,
    Standing,
    StoryChange,
)
from storage.models.news import Story
from storage.news.articles import get_article
from storage.news.keys import official_key
from storage.news.stories import find_story, list_stories_near
from storage.news.upkeep.corrections import list_corrections, record_correction, undo_correction
from storage.news.upkeep.moving import is_story
from storage.news.upkeep.recorded import get_recorded

_MOST_STORIES = 6
_MOST_KEYS = 6


def may_correct(context: Context, request: Request) -> bool:
    """Whether they are one of those the settings name."""
    return request.user_id in context.settings.admins


def shows_corrections(context: Context, request: Request) -> bool:
    """Whether the button is shown: in a group everybody would see it."""
    return request.kind is ChatKind.PRIVATE and may_correct(context, request)


def press_correction_button(context: Context, request: Request) -> Pressed:
    """Whoever is no administrator is refused, whatever the button: buttons can be forged."""
    if not may_correct(context, request):
        return _toast(context, request, "correct.refused")
    match parse_correction(request.words):
        case OpenCorrection(story_id=story_id):
            return _open(context, request, story_id)
        case CorrectionStep(step=Step.UNDO) as pressed:
            return _undo(context, request, pressed)
        case CorrectionStep() as pressed:
            return _step(context, request, pressed)
        case None:
            return _toast(context, request, "button.unknown")


def _open(context: Context, request: Request, story_id: int) -> Pressed:
    story = find_story(context.db, story_id)
    if story is None or not story.articles:
        return _toast(context, request, "evidence.gone")
    if len(story.articles) > 1:
        return Pressed(sent=(render_which_report(story, request.language, context.messages),))
    question = _ask(context, request, CorrectionStep(article_id=story.articles[0].id, step=Step.WHAT))
    return Pressed(sent=(question,)) if question else _toast(context, request, "evidence.gone")


def _step(context: Context, request: Request, pressed: CorrectionStep) -> Pressed:
    recorded = get_recorded(context.db, pressed.article_id)
    if recorded is None:
        return _toast(context, request, "evidence.gone")
    if change := _read_change(context, recorded, pressed):
        return _record(context, request, pressed.article_id, change)
    question = _ask(context, request, pressed)
    return Pressed(edited=question) if question else _toast(context, request, "button.unknown")


def _ask(context: Context, request: Request, pressed: CorrectionStep) -> OutgoingMessage | None:
    """The question of a step; none where what it is about is no longer there."""
    db, language, messages = context.db, request.language, context.messages
    article, recorded = get_article(db, pressed.article_id), get_recorded(db, pressed.article_id)
    if article is None or recorded is None:
        return None
    person = _person(recorded, pressed)
    match pressed.step:
        case Step.WHAT:
            return render_what(article, recorded, list_corrections(db, article.id), language, messages)
        case Step.COUNTRY:
            return render_countries(recorded, language, messages)
        case Step.PERSON if pressed.about is None:
            return render_people(recorded, language, messages)
        case Step.PERSON if person:
            return render_person(recorded, person, language, messages)
        case Step.ROLE if person:
            return render_roles(recorded, person, language, messages)
        case Step.PLACE if person:
            return render_places(recorded, person, language, messages)
        case Step.STORY:
            return render_stories(article.id, _near(context, recorded), language, messages)
        case _:
            return None


def _read_change(context: Context, recorded: Recorded, pressed: CorrectionStep) -> Change | None:
    """What the button states, if it states anything that can be of this article."""
    person, about = _person(recorded, pressed), pressed.about
    match pressed.step:
        case Step.IRRELEVANT | Step.RELEVANT:
            return RelevanceChange(is_relevant=pressed.step is Step.RELEVANT)
        case Step.COUNTRY if about in recorded.parties:
            assert about is not None
            return CountryChange(code=about, standing=Standing.MENTIONED)
        case Step.NOBODY if person:
            return NoPersonChange(name=person.name)
        case Step.ROLE | Step.PLACE if person and pressed.choice:
            return _read_person(recorded, person, pressed.step, pressed.choice)
        case Step.STORY if about == "new":
            return StoryChange(story_id=None)
        case Step.STORY if about and about.isdecimal() and is_story(context.db, int(about)):
            return StoryChange(story_id=int(about))
        case _:
            return None


def _read_person(recorded: Recorded, person: RecordedPerson, step: Step, choice: str) -> PersonChange | None:
    """The person with another role or place; what is not asked stays as it stands now."""
    known = PersonChange(name=person.name, role=person.role, country=person.country, organization=person.organization)
    if step is Step.ROLE:
        is_role = choice.isdecimal() and int(choice) < len(ROLES)
        return replace(known, role=ROLES[int(choice)]) if is_role else None
    if choice == WHO:
        return replace(known, country=None, organization=WHO)
    is_named = choice in recorded.parties | recorded.mentioned
    return replace(known, country=choice, organization=None) if is_named else None


def _person(recorded: Recorded, pressed: CorrectionStep) -> RecordedPerson | None:
    return next((person for person in recorded.people if str(person.official_id) == pressed.about), None)


def _near(context: Context, recorded: Recorded) -> list[Story]:
    """Other stories of the same people, or of the same countries, of those days."""
    officials = [official_key(person.official_id) for person in recorded.people[:_MOST_KEYS]]
    keys = [*officials, *sorted(recorded.parties)[:_MOST_KEYS]]
    found = list_stories_near(context.db, keys, recorded.published_on, limit=_MOST_STORIES)
    return [story for story in found if story.id != recorded.story_id][:_MOST_STORIES]


def _record(context: Context, request: Request, article_id: int, change: Change) -> Pressed:
    """A button pressed twice states one thing."""
    known = list_corrections(context.db, article_id)
    same = next((c for c in reversed(known) if _bare(c.change) == change), None)
    by = f"Telegram {request.user_id}"
    noted = same or record_correction(context.db, article_id, change, corrected_by=by, now=context.now())
    return Pressed(edited=render_noted(noted, request.language, context.messages))


def _bare(change: Change) -> Change:
    return replace(change, came_from=None) if isinstance(change, StoryChange) else change


def _undo(context: Context, request: Request, pressed: CorrectionStep) -> Pressed:
    every = list_corrections(context.db, pressed.article_id, with_undone=True)
    correction = next((each for each in every if str(each.id) == pressed.about), None)
    if correction is None:
        return _toast(context, request, "button.unknown")
    undo_correction(context.db, correction.id, context.now())
    return Pressed(edited=render_undone(correction, request.language, context.messages))


def _toast(context: Context, request: Request, key: str) -> Pressed:
    return Pressed(toast=context.messages.text(key, request.language))

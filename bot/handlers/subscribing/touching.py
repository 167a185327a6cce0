"""What the buttons under subscriptions, digests and alerts do."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefing.filters import explain, matches
from bot.briefing.subscribing.draft import draft_of, reopen
from bot.handlers.context import Context, Pressed, Request
from bot.handlers.subscribing.dialogue import advance_dialogue, answer_step
from bot.handlers.subscribing.keeping import end_all, list_followed, show_card, subjects_of
from bot.render.subscribing.buttons import (
    Action,
    AnswerStep,
    AskWhy,
    ChangeFollowed,
    TouchSubscription,
    parse_button,
)
from bot.render.subscribing.cards import render_ask_end, render_why
from storage.chats.subscriptions import find_subscription
from storage.models.chats import OutgoingMessage, Step, Subscriber, Subscription
from storage.news.stories import get_words, list_sendable

_ASKED = {
    Action.WHAT: Step.WHAT,
    Action.WHEN: Step.CADENCE,
    Action.ZONE: Step.ZONE,
    Action.QUIET: Step.QUIET,
    Action.LENGTH: Step.LENGTH,
}


def press_subscription_button(context: Context, request: Request) -> Pressed:
    """Buttons outlive what they point to, may be forged, and in a group are pressed by anybody."""
    button = parse_button(request.words)
    if isinstance(button, AskWhy):
        return _tell_why(context, request, button)
    if not request.is_admin:
        return Pressed(toast=context.messages.text("subscription.admins_only", request.language))
    match button:
        case AnswerStep():
            return answer_step(context, request, button)
        case TouchSubscription(subscription_id=0, action=Action.END_ALL):
            subscriptions = list_followed(context, request)
            if not subscriptions:
                return _over(context, request)
            return Pressed(edited=end_all(context, request, subscriptions))
        case TouchSubscription():
            return _touch(context, request, button)
        case ChangeFollowed():
            return _show_followed(context, request, button)
        case None:
            return Pressed(toast=context.messages.text("button.unknown", request.language))


def _touch(context: Context, request: Request, touch: TouchSubscription) -> Pressed:
    subscription = find_subscription(context.db, touch.subscription_id)
    if subscription is None or not _is_here(subscription.subscriber, request):
        return _over(context, request)
    language, messages = request.language, context.messages
    match touch.action:
        case Action.CARD:
            return Pressed(sent=(show_card(context, request, subscription, heading="subscription.shown"),))
        case action if action in _ASKED:
            draft = reopen(draft_of(subscription), _ASKED[action])
            return Pressed(sent=(advance_dialogue(context, request, subscription.subscriber, draft),))
        case Action.ASK_END:
            subjects = subjects_of(context, (subscription,))
            return Pressed(sent=(render_ask_end(subscription, subjects, language, messages),))
        case Action.END:
            return Pressed(edited=end_all(context, request, (subscription,)))
        case _:
            return Pressed(edited=OutgoingMessage(text=messages.text("unsubscribe.kept", language)))


def _show_followed(context: Context, request: Request, button: ChangeFollowed) -> Pressed:
    """The cards of what this chat follows by that filter: mostly one, or a daily and a weekly digest."""
    same = [each for each in list_followed(context, request) if each.filter.id == button.filter_id]
    if not same:
        return _over(context, request)
    return Pressed(sent=tuple(show_card(context, request, each, heading="subscription.shown") for each in same))


def _tell_why(context: Context, request: Request, button: AskWhy) -> Pressed:
    followed: Sequence[Subscription] = list_followed(context, request)
    stories = list_sendable(context.db, (button.story_id,))
    words = get_words(context.db, (button.story_id,)).get(button.story_id, "")
    met = [
        (each, explain(each.filter, story, words))
        for story in stories
        for each in followed
        if matches(each.filter, story, words)
    ]
    subjects = subjects_of(context, [each for each, _ in met])
    return Pressed(toast=render_why(met, subjects, request.language, context.messages))


def _is_here(subscriber: Subscriber, request: Request) -> bool:
    return (subscriber.chat_id, subscriber.thread_id) == (request.chat_id, request.thread_id)


def _over(context: Context, request: Request) -> Pressed:
    return Pressed(toast=context.messages.text("subscription.over", request.language))

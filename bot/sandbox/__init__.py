"""A local Telegram on loopback: Bot API and chat page. For `app`, tests and benchmarks; reaches nothing else."""

from bot.sandbox.server import Sandbox
from bot.sandbox.world.model import AttachmentKind, Call, Message, Person, Post
from bot.sandbox.world.people import AIGERIM, BOT, DENIZ, GROUP, LEYLA, NURLAN, PEOPLE, SANDBOX_TOKEN, ZUZANA
from bot.sandbox.world.world import World

__all__ = [
    "AIGERIM",
    "BOT",
    "DENIZ",
    "GROUP",
    "LEYLA",
    "NURLAN",
    "PEOPLE",
    "SANDBOX_TOKEN",
    "ZUZANA",
    "AttachmentKind",
    "Call",
    "Message",
    "Person",
    "Post",
    "Sandbox",
    "World",
]

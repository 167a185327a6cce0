"""Outbox → Telegram: paced, recorded, nothing lost."""

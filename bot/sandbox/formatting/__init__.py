"""Telegram's text: HTML and entities read, cleaned, measured and written again. Pure; a broken rule is a `Refusal`."""

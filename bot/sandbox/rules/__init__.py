"""Telegram's other rules, pure: keyboards, command menus, pace, what a bot sees of a group."""

"""Subscriptions in words: the dialogue that makes one, its card, the list of them."""

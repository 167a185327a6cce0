"""Answers to lookups: pages, cards, choices, evidence; each read model becomes messages with their buttons."""

"""Sorts the names of a text into figures."""

"""The nouns: frozen dataclasses and enums that leave the store, and that the store takes in."""

"""The tenth and those after it."""

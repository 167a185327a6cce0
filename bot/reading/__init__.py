"""A document to what it says. Pure: no clock, network or disk; gazetteers are handed in."""

"""From words to phrases: units, runs that may be names, cues that state an office, and which binds to which."""

"""Which countries a text or a question names: gazetteer, mentions, lookups."""

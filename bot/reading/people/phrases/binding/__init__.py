"""Which title speaks of which name."""

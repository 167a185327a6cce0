"""The commands about where the news comes from: sources, and what is fetched once from far back."""

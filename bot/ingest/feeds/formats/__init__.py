"""One module a family of formats; `bot.ingest.feeds.parse` is their only caller."""

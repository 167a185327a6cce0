"""What happened: meetings, agreements, parties, topics, headline, story. Called by `bot.reading.document`."""

"""What a source publishes, read: feeds and sitemaps, their addresses and dates, and when to look again. Pure."""

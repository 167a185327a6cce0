"""Where the news comes from: the feeds that are polled, their runs, the pages that are wanted."""

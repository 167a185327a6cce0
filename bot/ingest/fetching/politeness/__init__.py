"""What a host may expect of us: one request at a time, pauses, its robots.txt kept to."""

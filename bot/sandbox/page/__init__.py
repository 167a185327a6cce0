"""The chat page in the browser: its files, the small API they use, live events, and who may call."""

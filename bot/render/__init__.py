"""Read models → Telegram HTML, pure: escaped, split, each sentence a keyed message; each render_ takes the language."""

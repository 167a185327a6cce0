"""The Bot API: each method reads its arguments, asks the rules, acts on the world and returns what Telegram would."""

"""How an update becomes a request and an answer reaches its chat: the only part of the handlers that knows Telegram."""

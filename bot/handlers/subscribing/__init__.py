"""Making and changing subscriptions in chat."""

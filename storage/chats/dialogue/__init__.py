"""What a conversation goes back to: the answer to a question, an open draft, the lookup behind a button."""

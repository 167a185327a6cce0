"""The state behind the sandbox: people, chats, messages, updates, scripted faults. No HTTP."""

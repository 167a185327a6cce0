"""From what a person writes or presses to a subscription: the words, the zone, the draft. Pure."""

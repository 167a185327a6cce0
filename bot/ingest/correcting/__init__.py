"""Reading anew: a reader's corrections applied to every reading, and stored articles read by today's rules."""

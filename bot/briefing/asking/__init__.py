"""Questions in chat: what words mean, as a value: a lookup, a choice of candidates, or why nothing was understood."""

"""Facts → what deserves saying: questions understood, lookups answered, digests composed; wording is `render`'s."""

"""Web archives (WARC): `unpacking` gives their plain bytes, `records` what a server answered, `warc` the documents."""

"""From files to stored articles: what comes from outside becomes a document, is read, and is kept."""

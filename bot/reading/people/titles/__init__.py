"""The words titles are made of, one table a language."""

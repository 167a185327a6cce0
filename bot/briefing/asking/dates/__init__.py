"""The days a question names: one expression, a range, days inside a longer question."""

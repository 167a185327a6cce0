"""The text itself: its language, layout, dates, source and lead."""

"""What concerns the database file as a whole: its health, and whether it is a demo's."""

"""What became of what was sent: proved, and edited."""

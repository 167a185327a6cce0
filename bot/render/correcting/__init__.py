"""What an administrator is shown who says what is wrong with a report."""

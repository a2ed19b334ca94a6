"""What each ``dvk`` command does: reads what was typed, tells the story, prints the answer."""

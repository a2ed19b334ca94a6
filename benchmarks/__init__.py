"""What the site costs, measured: against peers, at any size, and in a reader's browser."""

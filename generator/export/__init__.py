"""From values to the bytes that others reuse: tables, feeds and open data."""

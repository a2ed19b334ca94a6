"""Repairs of content files that are safe: the text of a file in, its mended text out."""

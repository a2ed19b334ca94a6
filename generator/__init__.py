"""Builds the Dân vận khéo site: content becomes values, values become pages and data."""

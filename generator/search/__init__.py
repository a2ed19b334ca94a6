"""The search index: entries in, a few small binary files for the browser out."""

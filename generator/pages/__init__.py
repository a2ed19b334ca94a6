"""From values to HTML fragments; knows nothing of files or of the page around a fragment."""

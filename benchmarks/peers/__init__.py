"""The same invented entries built by this generator, by Hugo with Pagefind, and by MkDocs.

Each peer is a module that knows one tool; `rounds` runs them in turn, `report` tells what they
took.
"""

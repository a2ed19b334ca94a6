"""How often readers find what they look for: our search beside Material's and plain Pagefind.

`queries.yml` holds questions with the entries that answer them; `styles` types each one as
people do; each engine is asked through its own interface in a real browser; `scores` counts.
"""

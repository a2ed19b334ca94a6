"""How a site reads on a phone: Lighthouse's scores, and what the first and the next page weigh."""

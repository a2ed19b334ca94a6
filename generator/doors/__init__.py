"""Ways in for editors: what editors' tools and web forms must know, drawn from the fields."""

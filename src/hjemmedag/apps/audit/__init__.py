"""Who did what: append-only, hash-chained. Knows no other stage; actors and rows stand here as ids."""

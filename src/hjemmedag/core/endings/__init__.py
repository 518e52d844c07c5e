"""How an arrangement ends: notice and what follows."""

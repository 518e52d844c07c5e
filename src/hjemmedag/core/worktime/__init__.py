"""Working time: registration, rest and hours."""

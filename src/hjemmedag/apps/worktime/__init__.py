"""Working time: what each person registered, what the rules say of it, and its way to approval."""

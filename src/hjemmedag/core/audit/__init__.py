"""The arithmetic of the audit chain: what is hashed, in which order, with which salt."""

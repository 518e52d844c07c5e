"""Agreements on home working: information duties and requests."""

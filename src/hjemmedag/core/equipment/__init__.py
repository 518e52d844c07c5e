"""Udstyr: what is lent, paid or given for working at home."""

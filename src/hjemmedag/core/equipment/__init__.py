"""Udstyr: lists of items, promises with a clock, receipts, and what is lent, paid or given for working at home."""

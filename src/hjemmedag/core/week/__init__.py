"""Uge: who works where, day by day."""

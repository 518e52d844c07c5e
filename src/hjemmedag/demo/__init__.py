"""A living demo company, built stage by stage from a seed."""

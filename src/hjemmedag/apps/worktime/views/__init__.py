"""The pages of working time."""

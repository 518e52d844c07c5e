"""What people write about working time."""

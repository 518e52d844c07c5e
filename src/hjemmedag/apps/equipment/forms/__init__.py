"""What people write about equipment."""

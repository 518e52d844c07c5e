"""What people write about homes as places of work."""

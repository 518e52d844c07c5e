"""What looks across all stages."""

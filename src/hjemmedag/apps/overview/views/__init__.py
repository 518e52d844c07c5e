"""Pages that look across the stages."""

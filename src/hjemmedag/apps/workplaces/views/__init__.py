"""Pages about the home as a place of work, a file per resource."""

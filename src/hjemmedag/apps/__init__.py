"""The stages, bottom step first. A stage may look back along the life cycle, never ahead."""

"""Hjemmet som arbejdssted: screen work, assessment, visits, injuries and insurance."""

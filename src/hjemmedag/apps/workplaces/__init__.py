"""The home as a place of work: screen work, assessments, what they find, and what is done about it."""

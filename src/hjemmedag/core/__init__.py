"""The pure middle of the house: law, dates and decisions. No Django, no clock, no files."""

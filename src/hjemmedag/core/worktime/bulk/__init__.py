"""The same rules on millions of entries at once: arrays in, arrays out, equal to the check of one timesheet."""

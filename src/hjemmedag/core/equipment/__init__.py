"""Equipment: lists of items, promises with a clock, what stands on a hand-over receipt, lines for payroll."""

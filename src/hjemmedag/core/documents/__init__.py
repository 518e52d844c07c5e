"""What stands on paper: words for dates and numbers, sections in two languages, the evidence of signatures."""

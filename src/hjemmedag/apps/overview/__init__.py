"""What looks across all stages: start pages, duties and reminders, application and arrangement pages, rules, search."""

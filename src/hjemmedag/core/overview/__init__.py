"""When a person may be written to, and which reminders a duty calls for."""

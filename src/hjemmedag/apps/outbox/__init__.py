"""Messages to people, written with their cause in one transaction and delivered later, once."""

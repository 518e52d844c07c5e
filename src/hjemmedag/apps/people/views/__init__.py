"""Pages about people and the company; who is asking and in which language."""

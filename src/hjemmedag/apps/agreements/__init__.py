"""Application, decision, addendum and the arrangement's dated status."""

"""Pages about documents, signatures and the company's seal."""

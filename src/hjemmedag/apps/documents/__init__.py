"""Sealed PDFs and the signatures on them."""

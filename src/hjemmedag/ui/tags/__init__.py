"""The parts by family; `templatetags/ui.py` gathers them under the one name that templates load."""

"""Roles and who may see whom; public holidays; where social security belongs."""

"""Time entries in Parquet files of any length, in groups of whole employees."""

from hjemmedag.adapters.parquet.grouping import Group, groups

__all__ = ["Group", "groups"]

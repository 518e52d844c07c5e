"""Files of hours for payroll systems, each by a profile that says how one of them reads."""

from hjemmedag.adapters.payroll.profile import HOLDS, Column, Profile, Setting, profiles
from hjemmedag.adapters.payroll.writing import Line, Unwritable, columns_in, lacking, write

__all__ = ["HOLDS", "Column", "Line", "Profile", "Setting", "Unwritable", "columns_in", "lacking", "profiles", "write"]

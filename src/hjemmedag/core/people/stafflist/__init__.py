"""The staff list (medarbejderliste): read, judged and planned, before anything is written.

A list says how its people are today. Whoever isn't in it stays as they are; only `ansat_til`, the last day of work,
ends an employment. What changes holds from today; what held before is kept.
"""

from hjemmedag.core.people.stafflist.company import Company, Job, Person
from hjemmedag.core.people.stafflist.faults import Fault
from hjemmedag.core.people.stafflist.fields import Field
from hjemmedag.core.people.stafflist.leaders import left_behind
from hjemmedag.core.people.stafflist.links import faults_between, sound_rows
from hjemmedag.core.people.stafflist.names import NewNames
from hjemmedag.core.people.stafflist.plan import Change, Kind, Plan, planned
from hjemmedag.core.people.stafflist.rows import Reading, StaffRow, TeamName, Terms, read
from hjemmedag.core.people.stafflist.spans import Span

__all__ = [
    "Change",
    "Company",
    "Fault",
    "Field",
    "Job",
    "Kind",
    "NewNames",
    "Person",
    "Plan",
    "Reading",
    "Span",
    "StaffRow",
    "TeamName",
    "Terms",
    "faults_between",
    "left_behind",
    "planned",
    "read",
    "sound_rows",
]

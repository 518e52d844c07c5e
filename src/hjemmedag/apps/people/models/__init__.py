"""Everything about people and the company that the stages above rest on."""

from hjemmedag.apps.people.models.absence import Absence
from hjemmedag.apps.people.models.agreement import AgreementLimits, AgreementProfile
from hjemmedag.apps.people.models.company import Company, Department, LegalEntity, Site, Team, TeamPlacement
from hjemmedag.apps.people.models.employee import Employee
from hjemmedag.apps.people.models.employment import Employment, EmploymentTerms, Reporting, TeamMembership
from hjemmedag.apps.people.models.home import HomeAddress
from hjemmedag.apps.people.models.imports import Import, ImportedChange
from hjemmedag.apps.people.models.prepared import Asked, Prepared
from hjemmedag.apps.people.models.roles import RoleGrant, SigningRight
from hjemmedag.apps.people.models.stand_in import StandIn

__all__ = [
    "Absence",
    "AgreementLimits",
    "AgreementProfile",
    "Asked",
    "Company",
    "Department",
    "Employee",
    "Employment",
    "EmploymentTerms",
    "HomeAddress",
    "Import",
    "ImportedChange",
    "LegalEntity",
    "Prepared",
    "Reporting",
    "RoleGrant",
    "SigningRight",
    "Site",
    "StandIn",
    "Team",
    "TeamMembership",
    "TeamPlacement",
]

"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.law import Decider
from hjemmedag.core.people.rules import public_holidays, social_security

RULES: Mapping[str, Decider[Any]] = {
    public_holidays.KEY: Decider(public_holidays.Facts, public_holidays.decide),
    social_security.KEY: Decider(social_security.Facts, social_security.decide),
}

"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.law import Decider
from hjemmedag.core.security.rules import breach, control_notice

RULES: Mapping[str, Decider[Any]] = {
    breach.KEY: Decider(breach.Facts, breach.decide),
    control_notice.KEY: Decider(control_notice.Facts, control_notice.decide),
}

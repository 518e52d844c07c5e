"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.agreements.rules import flexible_request, information
from hjemmedag.core.law import Decider

RULES: Mapping[str, Decider[Any]] = {
    information.KEY: Decider(information.Facts, information.decide),
    flexible_request.KEY: Decider(flexible_request.Facts, flexible_request.decide),
}

"""The countries somebody who works here may live in, as forms offer them."""

from __future__ import annotations

from django.utils.functional import lazy

from hjemmedag.core.people import countries
from hjemmedag.ui.words import said

COUNTRIES = tuple((code, lazy(said, str)(name)) for code, name in countries.COUNTRIES.items())

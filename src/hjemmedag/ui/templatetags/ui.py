"""All parts under one name: `{% load ui %}`. What each shows and takes: docs/parts.md."""

from __future__ import annotations

from django import template

from hjemmedag.ui.tags import forms, lists, page, records, signs, week

register = template.Library()
for family in (signs, page, forms, lists, records, week):
    register.tags |= family.register.tags
    register.filters |= family.register.filters

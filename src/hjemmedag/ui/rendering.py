"""How forms look everywhere: `FORM_RENDERER` points here, so `{{ form }}` needs no words of its own."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates

INPUTS = ("text", "date", "time", "number", "email", "password", "hidden", "checkbox")
OURS = {
    "django/forms/widgets/select.html": "ui/widgets/select.html",
    **{f"django/forms/widgets/{kind}.html": "ui/widgets/input.html" for kind in INPUTS},
}
"""The commonest widgets in templates that write their attributes at once: Django's take ten steps for each."""


class Renderer(DjangoTemplates):
    """Error summary first, then each field with its label, help and error."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    formset_template_name = "ui/forms/formset.html"

    def get_template(self, template_name: str) -> Any:
        return super().get_template(OURS.get(template_name, template_name))

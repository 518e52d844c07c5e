"""How forms look everywhere: `FORM_RENDERER` points here, so `{{ form }}` needs no words of its own."""

from __future__ import annotations

from django.forms.renderers import DjangoTemplates


class Renderer(DjangoTemplates):
    """Error summary first, then each field with its label, help and error."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
    formset_template_name = "ui/forms/formset.html"

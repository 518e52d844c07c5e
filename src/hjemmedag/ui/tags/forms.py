"""Fields, error summary and buttons."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.forms import (
    BaseForm,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    Field,
    RadioSelect,
    Select,
    Textarea,
)
from django.forms.utils import flatatt
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from hjemmedag.ui.widgets import DayPicker, FileDrop, RadioCards

register = template.Library()

PLAIN = (RadioCards, DayPicker, FileDrop)
CLASSES = ((Select, "form-select"), (CheckboxInput, "form-checkbox"))


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the field is one box to tick, with its label after it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The field's widget in the design system's dress."""
    widget = field.field.widget
    attrs: dict[str, Any] = {}
    if not isinstance(widget, PLAIN) and not isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        own = next((name for kind, name in CLASSES if isinstance(widget, kind)), "form-input")
        attrs["class"] = f"{widget.attrs.get('class', '')} {own}".strip()
    if isinstance(widget, Select):
        # A query's rows are looked at twice and asked for once: `iter`, or they would be counted, too.
        widget.choices = list(iter(widget.choices))
    if isinstance(widget, Textarea) and widget.attrs.get("rows") == "10":
        attrs["rows"] = 4
    if widget.attrs.get("placeholder") == field.label:
        attrs["placeholder"] = ""
    return field.as_widget(attrs=attrs)


@register.filter
def attributes(named: dict[str, Any]) -> SafeString:
    """A widget's attributes as an element has them."""
    return flatatt(named)


@register.filter
def fault_words(errors: Iterable[object]) -> list[str]:
    """A field's faults; Django's own sentence about an empty field is said shorter."""
    empty = str(Field.default_error_messages["required"])
    return [_("Must be filled in.") if str(words) == empty else str(words) for words in errors]


@register.inclusion_tag("ui/forms/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """All that must be mended, each with a link to its field."""
    faults = [{"id": "", "label": "", "words": words} for words in form.non_field_errors()]
    for field in form.visible_fields():
        # A group's own element has the id that its first choice is derived from.
        place = field.auto_id if field.use_fieldset else field.id_for_label
        faults += [{"id": place, "label": field.label, "words": words} for words in fault_words(field.errors)]
    faults += [{"id": "", "label": "", "words": words} for hidden in form.hidden_fields() for words in hidden.errors]
    return {"faults": faults}


@register.inclusion_tag("ui/forms/submit_row.html")
def submit_row(
    words: str,
    cancel_url: str = "",
    name: str = "",
    value: str = "",
    quiet_words: str = "",
    quiet_name: str = "",
    quiet_value: str = "",
    danger: bool = False,
) -> dict[str, Any]:
    """The one primary button, an optional second one, and Cancel."""
    return {"words": words, "cancel_url": cancel_url, "name": name, "value": value, "quiet_words": quiet_words,
            "quiet_name": quiet_name, "quiet_value": quiet_value, "danger": danger}  # fmt: skip

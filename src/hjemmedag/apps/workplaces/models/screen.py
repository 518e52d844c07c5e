"""What was found about screen work at home, and what people answered to the offer of an eye test."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Judgement(models.Model):
    """What held of someone's screen work at home from a day until the next judgement; written when it changes.

    `because` is one of `core.workplaces.screen.Because`, empty where nothing could be determined. `by` says whether the
    plan or the weeks worked decided. `sure`: the order applies by law that is confirmed; `covered` alone chooses what
    is asked. `home_hours` are the planned ones a week; 0 when there is no home work any more.
    """

    class By(models.TextChoices):
        PLAN = "plan", "plan"
        WEEKS = "weeks", "weeks"

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    covered = models.BooleanField()
    sure = models.BooleanField(default=False)
    because = models.CharField(max_length=20, blank=True)
    by = models.CharField(max_length=5, choices=By.choices)
    home_hours = models.DecimalField(max_digits=5, decimal_places=2)
    works_at_home = models.BooleanField()

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["employee", "on"], name="workplaces_judged_once_a_day")]


class EyeAnswer(models.Model):
    """A test that someone has had on a day, or, without `tested_on`, a no to having one for now."""

    employee = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField()
    tested_on = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["employee", "on"], name="workplaces_eye_answer")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(tested_on__isnull=True) | models.Q(tested_on__lte=models.F("on")),
                name="workplaces_tested_before_told",
            )
        ]

"""What delivery and the tick scheduler keep for themselves."""

from __future__ import annotations

from django.db import models


class Tick(models.Model):
    """One recurring job: when it runs next. Moved forward in the transaction that queues the run."""

    key = models.CharField(max_length=60, primary_key=True)
    next_at = models.DateTimeField()

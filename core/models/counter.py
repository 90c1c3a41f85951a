"""Counters that references are drawn from."""

from django.db import models


class Counter(models.Model):
    """The last number given out for one prefix in one scope. Numbers are never given twice."""

    scope = models.CharField(max_length=100)
    prefix = models.CharField(max_length=20)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "prefix"], name="core_counter_once")]

    def __str__(self) -> str:
        return f"{self.scope} {self.prefix} {self.last}"

"""Files that people upload and the software issues."""

import uuid

from django.conf import settings
from django.db import models


def private_name(file: "File", name: str) -> str:
    """A name that says nothing and cannot collide; what people called it is kept beside it."""
    key = uuid.uuid4().hex
    return f"{key[:2]}/{key}"


class File(models.Model):
    """An uploaded or produced file. No address serves it: the page of the row that owns it does,
    after asking the policy."""

    content = models.FileField(upload_to=private_name, max_length=120)
    name = models.CharField(max_length=200, help_text="The name people see and download.")
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField("SHA-256", max_length=64)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)

    class Meta:
        ordering = ["-added_at"]

    def __str__(self) -> str:
        return self.name

"""People."""

import factory

from core.models import User


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody with no grants."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")

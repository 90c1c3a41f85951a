"""The rules are tested without a database, and quickly enough to run on every save."""

from hypothesis import settings

# Twenty-five examples, the same ones on every run, so that the folder stays under two seconds
# and a failure on one machine is a failure on every machine.
settings.register_profile("rules", max_examples=25, deadline=None, derandomize=True, database=None)
settings.load_profile("rules")

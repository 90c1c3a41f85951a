"""The kernel every app stands on; it knows no app above it and no council vocabulary."""

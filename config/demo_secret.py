"""The demonstration's own secret key: drawn once, kept in the data folder, never in production."""

from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret(folder: Path) -> str:
    """The key kept in folder, drawn and written there (readable by its owner only) the first time."""
    place = folder / "demo-secret-key"
    if not place.exists():
        folder.mkdir(parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(get_random_secret_key())
    return place.read_text()

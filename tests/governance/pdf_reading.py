"""What a PDF says, as its readers see it."""

import subprocess


def text_of(issued, *options):
    """The file's words, as poppler reads them."""
    done = subprocess.run(  # noqa: S603 - our own file
        ["pdftotext", *options, "-", "-"],  # noqa: S607 - poppler, which the tests' set-up installs
        input=issued,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()

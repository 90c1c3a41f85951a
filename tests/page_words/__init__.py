"""The words of every page, file and PDF of the demonstration, written down to compare two versions.

    python -m tests.page_words before.json
    python -m tests.page_words after.json before.json

The second call prints what differs and ends with code 1 when anything does. For changes that must leave the
words alone: a formatter, a move of code, a rename. White space counts as in a browser: a block begins a new
line, and between inline elements a space is a space. Moment, random bytes and demonstration are fixed, so
that two runs of one version are equal. Of each kind of page each person reads a few; which ones is fixed too.
"""

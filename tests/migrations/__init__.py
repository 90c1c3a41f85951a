"""A database of an earlier state comes to today's with every row.

``first_state.json`` holds rows of every kind, as they were when the first migrations were made. It never changes:
later migrations have to cope with it. Another state, say a release's, is written down beside it with

    python -m tests.migrations tests/migrations/release_1.json
"""

"""A council's own spreadsheet of its plan: what its columns, words and rows mean, and what they change.

Nothing here knows a file or a database. Rows come from core/sheets.py, what the record holds comes as plain
values, and what comes out is certain, a question for the person who imports, or a cell that is refused.
"""

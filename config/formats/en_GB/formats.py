"""Dates as British people write them, day first.

Django's own list for the locale knows figures only and comes before DATE_INPUT_FORMATS of the
settings, so "30 June 2026", which every hint gives as the example, would be refused.
"""

DATE_INPUT_FORMATS = ["%d/%m/%Y", "%d/%m/%y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"]
DATE_FORMAT, DATETIME_FORMAT, TIME_FORMAT = "j F Y", "j F Y, H:i", "H:i"

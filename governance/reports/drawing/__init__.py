"""Documents drawn: for the page, for paper and for Word."""

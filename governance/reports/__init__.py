"""Reports: from rows to a document, what disagrees in it, its drawing, and its publication."""

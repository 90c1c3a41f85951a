"""What is read in five minutes: a quarter, a plan on a page, what waits for one person."""

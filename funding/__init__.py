"""Money: phases, sources, splits, contributions and printed figures."""

"""Who: organisations, partnerships, agreements, boards, themes, leads and grants."""

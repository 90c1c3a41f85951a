"""What the partnership watches over: risks, meetings, decisions, undertakings, findings, moved dates."""

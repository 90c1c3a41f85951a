"""Oversight: risks, meetings, decisions, reports, the dashboard and My work."""

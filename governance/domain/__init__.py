"""Pure rules; no Django."""

"""The project: settings, addresses and servers."""

"""Plans, actions, updates and measures in the admin."""

from programmes.admin import asking as asking
from programmes.admin import links as links
from programmes.admin import rows as rows

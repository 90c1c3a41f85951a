"""What: plans, actions, milestones, rounds, updates and measures."""

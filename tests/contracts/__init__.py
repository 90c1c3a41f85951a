"""What is true of every model, address, block and template."""

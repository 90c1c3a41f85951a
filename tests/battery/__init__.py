"""What is too long for each run: ./test.sh battery. Drawn at random from a seed that is printed."""

"""What leaves the program: one module for each format."""

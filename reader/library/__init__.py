"""What is kept between runs, and the way in for files."""

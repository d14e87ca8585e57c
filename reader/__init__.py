"""policy-reader: give damaged Chinese policy news back as it was published, and read it in a terminal."""

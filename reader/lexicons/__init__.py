"""Tables of the language, generated from the packages they come from, and how to read them."""

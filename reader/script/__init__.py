"""Which script a text is in, conversion between scripts, and the two equal-length folds."""

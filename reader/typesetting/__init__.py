"""Article to rows: Chinese set by its rules, without a screen."""

"""Article to digest: figures, slogans, keywords."""

"""Finding the figures of an article: numerals, quantities, dates, and what they say."""

from reader.analysis.figures.finding import find_figures

__all__ = ["find_figures"]

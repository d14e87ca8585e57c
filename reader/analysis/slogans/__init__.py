"""Formulations (提法): slogans, campaigns, mechanisms and goals, with their members and what the text says of them."""

from reader.analysis.slogans.finding import find_slogans

__all__ = ["find_slogans"]

"""Bytes to clean text: decoding, then one module for each kind of damage."""

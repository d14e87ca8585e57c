"""Characters that were cut apart, found again by following the bytes."""

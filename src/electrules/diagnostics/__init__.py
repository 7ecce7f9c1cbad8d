"""What is said about bad input: a code, a span and data. The words stand on pages (docs/errors)."""

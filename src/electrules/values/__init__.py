"""The values that law speaks of: exact numbers, days, times of day; read and written as each language does."""

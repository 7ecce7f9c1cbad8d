"""From as-written statements to rules, a file for each family of statements. Sugar dies here."""

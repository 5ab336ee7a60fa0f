"""Danish text becomes meaning: it knows words and times, and no citizen or database."""

"""What the work is about, as plain types and pure functions: standard library only."""

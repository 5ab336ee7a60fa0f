"""The chat page: ask, and see tasks as cards with remarks and openable instructions."""

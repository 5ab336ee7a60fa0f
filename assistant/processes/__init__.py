"""Rasa and the app started together, watched, and stopped together."""

"""Logging in and out with a staff id and a password."""

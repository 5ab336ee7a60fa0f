"""Is it alive, and is every part usable: for supervisors, without login, without a citizen."""

"""The application: the only package that knows a citizen or a database."""

"""JSON for other systems, under /api/v1, described at /api/openapi.json."""

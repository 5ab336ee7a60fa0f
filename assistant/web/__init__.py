"""The web: pages in Danish for staff, JSON for other systems. `create_app` makes it.

Routes parse, call one service and render. Each states its permission (`access.py`), and one hook
enforces it.
"""

from assistant.web.app import create_app

__all__ = ["create_app"]

"""Processes that the product starts: they end when their starter ends, however it ends."""

from assistant.child_process.child import Child, ChildProgram

__all__ = ["Child", "ChildProgram"]

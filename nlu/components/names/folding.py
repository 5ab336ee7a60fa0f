"""Kept for components that still import the shared folding from here; it lives in `nlu.folding`."""

from nlu.folding import fold, foldings

__all__ = ["fold", "foldings"]

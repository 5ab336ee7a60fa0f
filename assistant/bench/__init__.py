"""How fast and how large the product is: each figure beside its peer or floor from the same run."""

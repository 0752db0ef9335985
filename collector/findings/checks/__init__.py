"""One topic a file; each exposes `CHECK` and is found by its place in this folder."""

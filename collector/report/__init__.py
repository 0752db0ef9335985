"""Writes the pages a person reads in a bundle, from clean things only."""

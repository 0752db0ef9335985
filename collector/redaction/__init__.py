"""The door: the only room that makes a Clean out of a Raw."""

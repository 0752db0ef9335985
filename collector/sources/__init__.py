"""Asks services and reads saved answers; everything it brings is Raw, and every source leaves one attempt."""

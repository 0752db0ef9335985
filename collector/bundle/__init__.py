"""What a bundle is: its names, its manifest, its seal, and how a stranger reads and verifies it."""

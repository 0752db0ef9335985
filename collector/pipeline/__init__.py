"""The only room that knows every other room: what happens to a byte, from the question to the sealed file."""

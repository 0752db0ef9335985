"""The shipped profiles, as YAML."""

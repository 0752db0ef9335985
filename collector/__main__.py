"""Run the command line with `python -m collector`."""

from collector.cli import run

if __name__ == "__main__":  # workers import it under another name
    run()

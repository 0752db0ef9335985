"""Run the command line with `python -m collector`."""

from collector.cli import main

main()

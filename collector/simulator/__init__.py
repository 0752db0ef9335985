"""A WhatsApp Business API client that never was: the demo's and the tests' real peer over real HTTPS."""

from collector.simulator.plants import Plants, plants
from collector.simulator.request import Seen
from collector.simulator.scenarios import describe, find, scenario_names
from collector.simulator.server import Simulator
from collector.simulator.tls import Tls
from collector.simulator.topologies import cluster

__all__ = ["Plants", "Seen", "Simulator", "Tls", "cluster", "describe", "find", "plants", "scenario_names"]

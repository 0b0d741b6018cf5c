"""What every Python keeps to that takes part in a test, the children of the tests too: it stays on this machine.

Python imports a module of this name by itself before anything else (site), where it finds one on its path.
"""

import sys


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Let nobody leave the machine; sockets of the file system (address: a path) are ours."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise AssertionError(f"A test went to the network: {arguments[1]}")
    if event == "socket.getaddrinfo":
        raise AssertionError(f"A test asked for a host: {arguments[0]}")


sys.addaudithook(refuse_network)

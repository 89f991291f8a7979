"""Runs moto's server on a free loopback port until standard input ends, which it does with the parent, however that ends."""
import os
import sys
import threading


def end_with_parent():
    while os.read(0, 4096):
        pass
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()

from moto import backends

# moto reads its own folder at every call to know its services, which never change.
services = tuple(backends.list_of_moto_modules())
backends.list_of_moto_modules = lambda: services

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import make_server

application = DomainDispatcherApplication(create_backend_app)
server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=MotoRequestHandler)
os.environ["MOTO_PORT"] = str(server.port)
with open(sys.argv[1] + ".new", "w") as file:
    file.write(str(server.port))
os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()

"""Loads Elasticsearch, Redis and the backend until told to stop by the end of standard input; prints what it did.

The first line of standard input is JSON: "elasticsearch", "redis" and "backend" as "host:port", "password" of Redis, and
"documents" to index before it only indexes them again. Nothing is kept: the index and the keys are its own, "load…".
"""
import http.client
import json
import random
import socket
import sys
import threading
import time

settings = json.loads(sys.stdin.readline())
stopped = threading.Event()
counts = {"documents": 0, "rounds": 0, "searches": 0, "writes": 0, "reads": 0, "pages": 0, "refusedPages": 0}
faults = []
lock = threading.Lock()
WORDS = [format(number * 2654435761 % 2**32, "x") for number in range(20000)]
BATCH = 500
KEYS = 200000


def count(name, number=1):
    with lock:
        counts[name] += number


def loop(name, work):
    """Repeats the work; what it may not meet ends it and is told."""
    def run():
        try:
            for _ in work():
                if stopped.is_set():
                    return
        except Exception as fault:  # told in the result, which the caller looks at
            faults.append(f"{name}: {type(fault).__name__}: {fault}")
    thread = threading.Thread(target=run, name=name)
    thread.start()
    return thread


def elasticsearch():
    host, port = settings["elasticsearch"].split(":")
    return http.client.HTTPConnection(host, int(port), timeout=120)


def ask(connection, method, path, body=None, kind="application/json"):
    connection.request(method, path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status >= 300:
        raise RuntimeError(f"{method} {path}: {answer.status} {text[:300]}")
    return json.loads(text)


def index():
    connection = elasticsearch()
    ask(connection, "PUT", "/load", json.dumps({"settings": {"number_of_replicas": 0}}))
    chance = random.Random(1)
    while True:
        for first in range(0, settings["documents"], BATCH):
            lines = []
            for number in range(first, first + BATCH):
                text = " ".join(chance.choices(WORDS, k=60))
                lines.append(json.dumps({"index": {"_id": str(number)}}))
                lines.append(json.dumps({"title": text[:40], "text": text, "number": number}))
            answer = ask(connection, "POST", "/load/_bulk", "\n".join(lines) + "\n", "application/x-ndjson")
            if answer["errors"]:
                raise RuntimeError("a document was refused: " + json.dumps(answer)[:300])
            if counts["rounds"] == 0:
                count("documents", BATCH)
            yield
        count("rounds")


def search():
    connection = elasticsearch()
    while not stopped.is_set() and counts["documents"] == 0:
        time.sleep(0.2)
    chance = random.Random(2)
    while True:
        ask(connection, "POST", "/load/_search", json.dumps({
            "query": {"match": {"text": " ".join(chance.choices(WORDS, k=3))}},
            "aggs": {"numbers": {"histogram": {"field": "number", "interval": 10000}}},
            "sort": ["_score", {"number": "desc"}],
        }))
        count("searches")
        yield


def redis():
    host, port = settings["redis"].split(":")
    connection = socket.create_connection((host, int(port)), timeout=60)
    stream = connection.makefile("rwb")

    def send(*commands):
        for command in commands:
            stream.write(b"*%d\r\n" % len(command))
            for word in command:
                stream.write(b"$%d\r\n%s\r\n" % (len(word), word))
        stream.flush()
        return [reply() for _ in commands]

    def reply():
        line = stream.readline()
        if line[:1] == b"-" or not line:
            raise RuntimeError(f"answered {line!r}")
        if line[:1] == b"$" and int(line[1:]) >= 0:
            return stream.read(int(line[1:]) + 2)[:-2]
        return line[1:-2]

    send([b"AUTH", settings["password"].encode()])
    chance = random.Random(3)
    while True:
        keys = [b"load:%d" % chance.randrange(KEYS) for _ in range(50)]
        send(*[[b"SET", key, chance.randbytes(1000), b"EX", b"86400"] for key in keys])
        send(*[[b"GET", key] for key in keys])
        count("writes", 50)
        count("reads", 50)
        yield


def backend():
    host, port = settings["backend"].split(":")
    while True:
        connection = http.client.HTTPConnection(host, int(port), timeout=30)
        connection.request("GET", "/health")
        status = connection.getresponse().status
        connection.close()
        count("pages" if status == 200 else "refusedPages")
        time.sleep(0.1)
        yield


threads = [loop("index", index), loop("search", search), loop("redis", redis)]
threads += [loop(f"backend {number}", backend) for number in range(4)]
sys.stdin.read()
stopped.set()
for thread in threads:
    thread.join()
ask(elasticsearch(), "DELETE", "/load")
print(json.dumps({"counts": counts, "faults": faults}))

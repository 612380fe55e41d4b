#!/usr/bin/env python3
"""A whole Tincan client: says what you type, prints what is said.   chat.py [HOST [PORT [NAME]]]"""
import socket, sys, threading

def messages(connection):
    """A message is UTF-8 text ended by a NUL; the network may bring a part of one, or several."""
    held = b""
    while received := connection.recv(4096):
        *whole, held = (held + received).split(b"\0")
        yield from (message.decode() for message in whole)

def show(connection):
    for message in messages(connection):
        print(message.rstrip("\n"), flush=True)

def say(connection, text):
    connection.sendall(text.encode() + b"\0")

host, port, name = (sys.argv[1:] + ["127.0.0.1", "4040", ""][len(sys.argv) - 1:])[:3]
with socket.create_connection((host, int(port))) as connection:
    reader = threading.Thread(target=show, args=[connection])
    reader.start()
    if name:
        say(connection, "/nick " + name)
    for line in sys.stdin:
        say(connection, line.rstrip("\n"))
    say(connection, "/quit")
    reader.join()

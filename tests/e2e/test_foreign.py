"""The terminal client as a client of a broadcast server that knows nothing of Tincan."""

import socket
import threading
import time
import unittest

import support
from support import Plain, Process, program


class BroadcastServer:
    """Like many a first chat server: a thread a client, `('127.0.0.1', 51234): text` to all, in small pieces."""

    def __init__(self, port=None, piece=3):
        self.listener = socket.create_server(("127.0.0.1", port or support.free_port()))
        self.port = self.listener.getsockname()[1]
        self.piece = piece
        self.clients = []
        self.turn = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, address = self.listener.accept()
            except OSError:
                return
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.clients.append(client)
            threading.Thread(target=self._serve, args=(client, address), daemon=True).start()

    def _serve(self, client, address):
        held = b""
        try:
            while received := client.recv(4096):
                *whole, held = (held + received).split(b"\0")
                for message in whole:
                    self.broadcast("%s: %s" % (address, message.decode()))
        except OSError:
            pass

    def broadcast(self, text):
        data = text.encode() + b"\0"
        with self.turn:
            for client in list(self.clients):
                try:
                    for at in range(0, len(data), self.piece):
                        client.sendall(data[at:at + self.piece])
                        time.sleep(0.001)
                except OSError:
                    self.clients.remove(client)

    def disappear(self):
        """Without a word, and without the courtesy of an orderly end."""
        # Closing alone would leave the accepting thread holding the port.
        try:
            self.listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.listener.close()
        clients, self.clients = self.clients, []
        for client in clients:
            # Ends the wait of the thread that reads, which would keep the connection; the peer hears nothing of it.
            try:
                client.shutdown(socket.SHUT_RD)
            except OSError:
                pass
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            client.close()

    close = disappear

    @property
    def address(self):
        return "127.0.0.1:%d" % self.port


class ForeignTest(support.TestCase):
    def cli(self, server, *options):
        return self.opened(Process(program("tincan-cli"), *options, server.address))

    def test_it_talks_to_a_plain_broadcast_server(self):
        for options in ([], ["--plain"]):
            with self.subTest(options=options):
                server = self.opened(BroadcastServer())
                cli = self.cli(server, *options)
                cli.type(support.HELLO)
                line = cli.line(support.HELLO)
                self.assertRegex(line.decode(), r"\('127\.0\.0\.1', \d+\)")
                with Plain(server) as other:
                    other.say("from a script")
                    self.assertIn(b"from a script", cli.line("from a script"))
                    cli.type("and back")
                    self.assertRegex(other.hear("and back").decode(), r"^\('127\.0\.0\.1', \d+\): and back$")
                cli.end_input()
                self.assertEqual(cli.wait(), 0)

    def test_it_finds_a_server_that_came_back(self):
        server = self.opened(BroadcastServer())
        cli = self.cli(server, "--plain")
        cli.type("before")
        cli.line("before")
        server.disappear()
        back = self.opened(BroadcastServer(server.port))
        support.eventually(lambda: back.clients, "the client is back")
        back.broadcast("('127.0.0.1', 1): welcome back")
        cli.line("welcome back")

    def test_the_script_of_the_readme_talks_to_it_too(self):
        server = self.opened(BroadcastServer())
        chat = self.opened(support.Chat(server, ""))
        chat.type(support.HELLO)
        chat.line(support.HELLO)


if __name__ == "__main__":
    support.main()

"""The native dialect from outside: order, acknowledgement, resuming, the end."""

import support
from support import Cli, Native, Plain


def messages(frames):
    return [(frame["seq"], frame["text"]) for frame in frames if frame["t"] == "event" and frame["kind"] == "message"]


class NativeTest(support.TestCase):
    def setUp(self):
        self.server = self.daemon("--flood-limit", "off")

    def test_the_welcome_holds_what_a_client_needs(self):
        with Native(self.server, "Ada") as ada:
            self.assertEqual(ada.welcome["self"]["name"], "Ada")
            self.assertEqual(ada.welcome["v"], 1)
            self.assertTrue(ada.session)
            self.assertTrue(ada.room["epoch"])
            self.assertEqual([member["name"] for member in ada.room["members"]], ["Ada"])

    def test_events_are_numbered_without_a_gap(self):
        with Native(self.server, "Ada") as ada, Plain(self.server, "Bo") as bo:
            for number in range(50):
                ada.post("a%d" % number, "id%d" % number)
                bo.say("b%d" % number)
            heard = [ada.get(t="event", kind="message") for _ in range(100)]
            first = heard[0]["seq"]
            self.assertEqual([event["seq"] for event in heard], list(range(first, first + 100)))

    def test_a_post_that_is_repeated_is_stored_once(self):
        with Native(self.server, "Ada") as ada, Native(self.server, "Bo") as bo:
            ada.post("once", "the-id")
            first = ada.get(t="event", id="the-id")
            ada.post("once", "the-id")
            second = ada.get(t="event", id="the-id")
            self.assertEqual(first["seq"], second["seq"])
            bo.get(t="event", kind="message")
            self.assertEqual(messages(bo.until_quiet()), [])

    def test_the_same_id_of_two_members_is_two_posts(self):
        with Native(self.server, "Ada") as ada, Native(self.server, "Bo") as bo:
            ada.post("from Ada", "same")
            bo.post("from Bo", "same")
            self.assertEqual({ada.get(t="event", kind="message")["text"] for _ in range(2)}, {"from Ada", "from Bo"})

    def test_a_lost_connection_is_resumed_without_gap_or_double(self):
        with Plain(self.server, "Bo") as bo:
            ada = Native(self.server, "Ada")
            bo.say("before")
            seen = ada.get(t="event", text="before")["seq"]
            ada.post("not acknowledged", "lost")
            ada.reset()
            for number in range(120):
                bo.say("meanwhile %d" % number)
            bo.hear("Bo: meanwhile 119")
            resume = {ada.room["id"]: {"seq": seen, "epoch": ada.room["epoch"]}}
            with Native(self.server, "Ada", session=ada.session, resume=resume) as again:
                self.assertEqual(again.id, ada.id)
                self.assertEqual(again.welcome["self"]["name"], "Ada")
                again.post("not acknowledged", "lost")
                bo.say("after")
                heard = []
                while not heard or heard[-1]["text"] != "after":
                    heard.append(again.get(t="event", kind="message"))
                numbers = sorted({event["seq"] for event in heard})
                self.assertEqual(numbers, list(range(seen + 1, numbers[-1] + 1)))
                texts = [event["text"] for event in heard]
                self.assertEqual([text for text in texts if text.startswith("meanwhile")],
                                 ["meanwhile %d" % number for number in range(120)])
                self.assertEqual(len({event["seq"] for event in heard if event["text"] == "not acknowledged"}), 1)

    def test_a_session_takes_the_place_of_its_old_connection(self):
        old = self.opened(Native(self.server, "Ada"))
        with Native(self.server, "Ada", session=old.session) as new:
            self.assertEqual(new.id, old.id)
            old.hear_end()
            new.post("here", "1")
            new.get(t="event", id="1")

    def test_another_epoch_starts_over(self):
        with Plain(self.server, "Bo") as bo:
            bo.say("hello")
            bo.hear("hello")
            ada = self.opened(Native(self.server, "Ada"))
            ada.reset()
            resume = {ada.room["id"]: {"seq": 99999, "epoch": "another"}}
            with Native(self.server, "Ada", session=ada.session, resume=resume) as again:
                self.assertEqual(again.get(t="event", kind="message")["text"], "hello")

    def test_history_pages_backwards(self):
        with Plain(self.server, "Bo") as bo, Native(self.server, "Ada") as ada:
            for number in range(130):
                bo.say("m%d" % number)
            bo.hear("Bo: m129")
            last = ada.get(t="event", text="m129")["seq"]
            collected, before, more = [], last + 1, True
            while more:
                ada.put(t="history", room=ada.room["id"], before=before, limit=40, re="k")
                page = ada.get(t="history", re="k")
                self.assertLessEqual(len(page["events"]), 40)
                collected = page["events"] + collected
                before, more = page["events"][0]["seq"], page["more"]
            said = [event["text"] for event in collected if event["kind"] == "message"]
            self.assertEqual(said, ["m%d" % number for number in range(130)])

    def test_members_are_told_that_the_server_closes(self):
        native = self.opened(Native(self.server, "Ada"))
        plain = self.opened(Plain(self.server, "Bo"))
        self.assertEqual(self.server.stop(), 0)
        self.assertIn(b'"closing"', native.hear_end()[-1])
        self.assertTrue(plain.hear_end()[-1].startswith(b"! "))

    def test_what_is_queued_is_sent_before_the_end(self):
        bo = self.opened(Plain(self.server, "Bo"))
        ada = self.opened(Plain(self.server, "Ada"))
        body = "x" * 60000
        for number in range(30):
            bo.say("%d %s" % (number, body))
        bo.hear("29 xxx")
        self.server.process.terminate()
        heard = [message for message in ada.hear_end() if message.endswith(b"x")]
        self.assertEqual(len(heard), 30)
        self.assertEqual(self.server.wait(), 0)

    def test_the_clients_own_client_survives_a_restart_of_the_server(self):
        server = self.daemon(port=support.free_port())
        ada = self.opened(Cli(server, "--name", "Ada"))
        with Plain(server, "Bo") as bo:
            ada.type("first")
            bo.hear("Ada: first")
        again = self.restarted(server, "--flood-limit", "off")
        ada.type("second")
        with Plain(again, "Bo") as bo:
            bo.recall("Ada: second")


if __name__ == "__main__":
    support.main()

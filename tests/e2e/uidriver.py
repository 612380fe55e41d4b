"""The real desktop app, driven from inside by the uidriver plugin through roles and accessible names."""

import json
import os
import shutil
import socket
import tempfile

import support


class App(support.Process):
    """The desktop app without a display, with a profile of its own, or one that the caller keeps."""

    def __init__(self, *arguments, name="Eve", nearby="none", home=None, profile=None):
        self.keeps_profile = profile is not None
        self.profile = profile or tempfile.mkdtemp(prefix="tincan-e2e-")
        with socket.create_server(("127.0.0.1", 0)) as listener:
            listener.settimeout(support.DEADLINE)
            options = ["--name", name] if name else []
            super().__init__(
                support.program("tincan"), "--profile", self.profile, "--nearby", nearby, *options, *arguments, keep_stdin=False,
                env={"QT_QPA_PLATFORM": "offscreen", "QT_QPA_GENERIC_PLUGINS": "uidriver",
                     "QT_PLUGIN_PATH": os.environ["TINCAN_TEST_PLUGINS"],
                     "TINCAN_UIDRIVER": str(listener.getsockname()[1]), **(home or {})})
            try:
                self.driver, _ = listener.accept()
            except socket.timeout:
                message = self.error_text()
                self.close()
                raise AssertionError("the app did not start: " + message)
        self.driver.settimeout(support.DEADLINE)
        self.answers = self.driver.makefile("rb")

    def ask(self, **request):
        self.driver.sendall(json.dumps(request).encode() + b"\n")
        line = self.answers.readline()
        assert line, "the app is gone: " + self.error_text()
        return json.loads(line)

    def controls(self):
        return self.ask(do="tree")["controls"]

    def names(self, role=None):
        return [control["name"] for control in self.controls() if role in (None, control["role"])]

    def press(self, name, **more):
        """Presses the control of this name as soon as there is one."""
        self._until(lambda: self.ask(do="press", name=name, **more)["ok"], "'%s' can be pressed" % name)

    def enter(self, name, text):
        """Types into the field of this name, in place of what a Tab into it selects."""
        self._until(lambda: self.ask(do="type", name=name, role="EditableText", text=text)["ok"],
                    "'%s' can be typed into" % name)

    def key(self, name, role, key):
        self._until(lambda: self.ask(do="key", name=name, role=role, key=key)["ok"], "'%s' takes keys" % name)

    def type(self, text):
        """Says something in the room that is open."""
        self.enter("Message", text)
        self.key("Message", "EditableText", "Return")

    def sees(self, text):
        self._until(lambda: any(text in control["name"] or text in control["value"] for control in self.controls()),
                    "%r is on the screen" % text)

    def value(self, name, role):
        """The text in the control of this name, or None where there is none."""
        return next((control["value"] for control in self.controls()
                     if (control["name"], control["role"]) == (name, role)), None)

    def _until(self, condition, what):
        try:
            support.eventually(condition, what)
        except AssertionError as problem:
            raise AssertionError("%s; on the screen: %r" % (problem, [name for name in self.names() if name]))

    def close(self):
        super().close()
        if hasattr(self, "driver"):
            self.answers.close()
            self.driver.close()
        if not self.keeps_profile:
            shutil.rmtree(self.profile, ignore_errors=True)

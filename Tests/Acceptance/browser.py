"""A headless Chromium, driven over WebDriver's HTTP; Python's standard library only."""
import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request


class Browser:
    """A window of its own, and everything that it logged and asked for."""

    def __init__(self, width=1280, height=900):
        self.size = f"--window-size={width},{height}"

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.profile = tempfile.mkdtemp(prefix="ood-browser-")
        self.driver = subprocess.Popen(["chromedriver", f"--port={port}"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{port}"
        try:
            self._wait()
            args = ["--headless=new", self.size, f"--user-data-dir={self.profile}",
                    "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"]
            if os.geteuid() == 0:
                args.append("--no-sandbox")
            capabilities = {"browserName": "chrome", "goog:chromeOptions": {"args": args},
                            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
            session = self._call("/session", {"capabilities": {"alwaysMatch": capabilities}})
            self.base += f"/session/{session['sessionId']}"
            # What the browser's own first page asks for is nobody's business.
            self._call("/url", {"url": "about:blank"})
            self.messages(), self.requests()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        try:
            if "/session/" in self.base:
                self._call("", method="DELETE")
        finally:
            self.driver.terminate()
            self.driver.wait(10)
            shutil.rmtree(self.profile, ignore_errors=True)

    def _wait(self):
        for _ in range(300):
            try:
                return self._call("/status")
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise TimeoutError("chromedriver does not answer")

    def _call(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        method = method or ("GET" if body is None else "POST")
        request = urllib.request.Request(self.base + path, data, method=method,
                                         headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{path}: {error.read().decode()}") from None

    def open(self, path):
        """Loads a file."""
        self._call("/url", {"url": f"file://{path}"})

    def run(self, script, *arguments):
        """The value of a script's function body."""
        return self._call("/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, selector):
        """The path of the first element."""
        found = self._call("/element", {"using": "css selector", "value": selector})
        return f"/element/{next(iter(found.values()))}"

    def count(self, selector):
        """How many elements there are; needs no script."""
        return len(self._call("/elements", {"using": "css selector", "value": selector}))

    def click(self, selector):
        """Clicks where a reader would: the element is scrolled to and must not be covered."""
        self._call(self.find(selector) + "/click", {})

    def type(self, selector, text):
        """Types into a field."""
        self._call(self.find(selector) + "/value", {"text": text})

    def devtools(self, command, **parameters):
        """A command of the DevTools protocol."""
        return self._call("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def screenshot(self, path):
        """Writes what the window shows as PNG."""
        path.write_bytes(base64.b64decode(self._call("/screenshot")))

    def messages(self):
        """What the console said since the last call."""
        return [entry["message"] for entry in self._call("/se/log", {"type": "browser"})]

    def requests(self):
        """The addresses that the page asked for since the last call."""
        events = [json.loads(e["message"])["message"]
                  for e in self._call("/se/log", {"type": "performance"})]
        return [e["params"]["request"]["url"] for e in events
                if e["method"] == "Network.requestWillBeSent"]

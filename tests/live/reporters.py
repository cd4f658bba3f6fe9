"""People who report signals through the three real screens, on and on, whatever happens to the program.

A reporter whose answer does not come presses the button again, with the same cookie (the key of the submission), until it is
answered. What was acknowledged is remembered, so that a test can ask for it afterwards.
"""

import html
import http.client
import random
import re
import threading
import time
import urllib.parse

FORM = "/lansingerland/oranjebuurt-berkel/signalen/nieuw"
RECEIPT = re.compile("Uw signaal heeft nummer ([0-9\u00a0]+)\\.")  # "1 234", in groups of three
PATIENCE = 20  # seconds for one answer; a bound against hanging


class Report:
    """One report: its text and mail address occur nowhere else."""

    def __init__(self, name, by_mail):
        self.text = f"De lamp bij nummer {name} is stuk"
        self.mail = f"melder-{name}@voorbeeld.example" if by_mail else None
        self.cookie = None
        self.is_acknowledged = False  # the answer to the last screen was "it is done"
        self.number = None  # from the receipt


class Reporters:
    """Threads that report until `stop`; `reports` holds all that was begun, in order of beginning."""

    def __init__(self, port, threads=6, seed=1):
        self.port = port
        self.reports = []
        self.refused = {}  # status of an answer that was no way on: how often
        self.wrong = []  # answers that may never come, whatever broke
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._threads = [threading.Thread(target=self._work, args=(i, random.Random(seed * 1000 + i)), daemon=True)
                         for i in range(threads)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self):
        self._stopping.set()
        for thread in self._threads:
            if thread.is_alive():
                thread.join(PATIENCE)

    def acknowledged(self):
        with self._lock:
            return [report for report in self.reports if report.is_acknowledged]

    def numbered(self):
        return [report for report in self.acknowledged() if report.number]

    def _work(self, index, chance):
        count = 0
        while not self._stopping.is_set():
            count += 1
            report = Report(f"{index}-{count}", by_mail=chance.random() < 0.75)
            with self._lock:
                self.reports.append(report)
            self._report(report, presses_twice=chance.random() < 0.25)

    def _report(self, report, presses_twice):
        reach = {"reach": "mail", "mail_address": report.mail} if report.mail else {"reach": "none"}
        how = {"neighbours": "no", **reach}
        if not self._press(report, "", {"kind": "problem", "text": report.text}, "/waar"):
            return
        if not self._press(report, "/waar", {"place_words": "bij de brug"}, "/hoe"):
            return
        if presses_twice:
            twin = threading.Thread(target=self._try, args=("POST", report, "/hoe", how))
            twin.start()
            done = self._press(report, "/hoe", how, "/klaar")
            twin.join(PATIENCE)
        else:
            done = self._press(report, "/hoe", how, "/klaar")
        if not done:
            return
        report.is_acknowledged = True
        while not self._stopping.is_set() and not self.read_receipt(report):
            time.sleep(0.02)

    def read_receipt(self, report):
        """Whether the receipt was shown; its number is kept, and must be the same each time."""
        answer = self._try("GET", report, "/klaar")
        if answer is None or answer.status != 200:
            return False
        found = RECEIPT.search(html.unescape(answer.body.decode()))
        if not found:
            self.wrong.append(f"no number on the receipt of an acknowledged report: {report.text}")
            return True
        number = int(found[1].replace("\u00a0", ""))
        if report.number not in (None, number):
            self.wrong.append(f"the receipt of {report.number} says {number}")
        report.number = number
        return True

    def _press(self, report, screen, fields, leads_to):
        """Sends a screen until it is answered; False when the work stops before that."""
        while not self._stopping.is_set():
            answer = self._try("POST", report, screen, fields)
            if answer is not None and answer.status == 303:
                location = answer.getheader("Location")
                if location == FORM + leads_to or location == FORM + "/klaar":
                    return True
                self.wrong.append(f"screen '{screen}' led to {location}")
                return False
            if answer is not None:
                with self._lock:
                    self.refused[answer.status] = self.refused.get(answer.status, 0) + 1
                if answer.status < 500:
                    self.wrong.append(f"screen '{screen}' was refused with {answer.status}")
                    return False
            time.sleep(0.02)
        return False

    def _try(self, method, report, screen, fields=None):
        """One request; nothing when no whole answer came."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": report.cookie} if report.cookie else {}
        if fields is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, FORM + screen, urllib.parse.urlencode(fields) if fields else None, headers)
            answer = connection.getresponse()
            answer.body = answer.read()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        given = answer.getheader("Set-Cookie")
        if given and given.startswith("wijktafel-signaal="):
            report.cookie = given.split(";")[0]
        return answer

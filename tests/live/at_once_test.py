"""The same thing sent by several at the same moment, on both databases: one signal, one update, and no more than a key may send."""

import hashlib
import json
import os
import pathlib
import shutil
import tempfile
import threading
import unittest
import urllib.parse

from open311_test import areas, ask
from program import Program
from town import POSTGRESQL, Copy, sql, wijktafel

KEY = "sleutel-van-de-proef"
SMALL_KEY = "sleutel-voor-vijf"
AT_ONCE = 12


def keys():
    for key, most in ((KEY, 1000), (SMALL_KEY, 5)):
        digest = hashlib.sha256(f"open311 {key}".encode()).hexdigest()
        yield ("INSERT INTO open311_key (client, key_hash, per_hour, may_update, made_at, request_count, hour, used_in_hour) "
               f"VALUES ('proef', '{digest}', {most}, 1, 0, 0, 0, 0)")


class AtOnce(unittest.TestCase):
    def town(self, engine):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="wijktafel-live-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        address = f"sqlite:{folder / 'town.sqlite'}"
        if engine == "postgresql":
            name = f"at_once_{os.getpid()}_{id(self)}"
            sql(f"CREATE DATABASE {name}")
            address = urllib.parse.urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()
        copy = Copy(folder, address)
        file = folder / "areas.json"
        file.write_text(json.dumps(areas("0001", "Eendrecht", 4.50)))
        wijktafel("import", file, "--database", copy.database, "--files", copy.files)
        for statement in keys():
            copy.write(statement)
        return copy

    def all_at_once(self, send):
        """What AT_ONCE threads that begin at the same moment were answered."""
        answers, start = [None] * AT_ONCE, threading.Barrier(AT_ONCE)

        def work(index):
            start.wait(timeout=30)
            answers[index] = send(index)

        threads = [threading.Thread(target=work, args=(index,)) for index in range(AT_ONCE)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        return answers

    def request(self, key, text):
        return {"api_key": key, "service_code": "algemeen", "lat": "52.005", "long": "4.505", "description": text}

    def try_on(self, engine):
        copy = self.town(engine)
        with Program(copy) as program:
            base = f"{program.address}/open311/v2"
            for round_, headers in enumerate(({}, {"Idempotency-Key": "a-1"}, {}, {"Idempotency-Key": "a-2"})):
                answers = self.all_at_once(lambda _, text=f"Lamp {round_}", more=headers: ask(
                    f"{base}/requests.json", self.request(KEY, text), more))
                self.assertEqual({status for status, _ in answers}, {200}, answers)
                numbers = {json.loads(body)[0]["service_request_id"] for _, body in answers}
                self.assertEqual(len(numbers), 1, f"{engine}: the same request {headers} made {numbers}")
            answers = self.all_at_once(lambda index: ask(f"{base}/requests.json", self.request(SMALL_KEY, f"Bank {index}")))
            self.assertEqual(sorted(status for status, _ in answers), [200] * 5 + [429] * (AT_ONCE - 5))
            number = numbers.pop()
            update = {"api_key": KEY, "service_request_id": number, "update_id": "u-1", "status": "CLOSED",
                      "updated_datetime": "2026-11-22T10:00:00Z", "description": "De lamp brandt weer."}
            answers = self.all_at_once(lambda _: ask(f"{base}/servicerequestupdates.json", update))
            self.assertEqual({status for status, _ in answers}, {200}, answers)
            told = copy.rows(f"SELECT COUNT(*) FROM item_history WHERE item = {number} AND what = 'signals.answered_done'")
            self.assertEqual(told, [["1"]])
        self.assertEqual(copy.verify().returncode, 0)

    def test_on_sqlite(self):
        self.try_on("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: tools/with-postgresql")
    def test_on_postgresql(self):
        self.try_on("postgresql")


if __name__ == "__main__":
    unittest.main()

"""A PostgreSQL that one test may stop and start, apart from the one that `tools/with-postgresql` gives to all."""

import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile
import unittest

from program import free_port


def _programs():
    folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return folders[-1].parent if folders else None


class OwnPostgresql:
    """`with OwnPostgresql() as server:` runs one on a free port of 127.0.0.1; `url("name")` is a database's address."""

    def __init__(self, fsync="off"):
        self.programs = _programs()
        if not self.programs:
            raise unittest.SkipTest("no PostgreSQL: initdb is not installed")
        if os.getuid() == 0 and not any(user.pw_name == "postgres" for user in pwd.getpwall()):
            raise unittest.SkipTest("PostgreSQL does not run as root, and there is no user postgres")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="wijktafel-own-pg-"))
        self.data = self.folder / "data"
        self.port = free_port()
        self.fsync = fsync

    def __enter__(self):
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-D", self.data, "-U", "wijktafel", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()
        return self

    def __exit__(self, *_):
        try:
            self.stop("immediate")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, name):
        return f"postgresql://wijktafel@127.0.0.1:{self.port}/{name}"

    def start(self):
        options = f"-h 127.0.0.1 -p {self.port} -k {self.folder} -c fsync={self.fsync}"
        self._run("pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.folder / "server.log", "-o", options, "start")

    def stop(self, mode="fast"):
        """'immediate' is how it ends when the machine's power goes, as far as PostgreSQL itself can tell."""
        self._run("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop", check=False)

    def _run(self, program, *arguments, check=True):
        command = [str(self.programs / program), *map(str, arguments)]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        # pg_ctl's server inherits what stands open here: a pipe would never end.
        with (self.folder / f"{program}.log").open("w") as log:
            done = subprocess.run(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=120)
        if check and done.returncode != 0:
            raise AssertionError(f"{program} failed: {(self.folder / f'{program}.log').read_text()}")

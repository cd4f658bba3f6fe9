// The real program on a demo neighbourhood of its own: a fresh copy for each journey, so that no journey sees another's.
import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { FolderMailbox, SmtpMailbox } from "./mailbox.mjs";

// WIJKTAFEL_PROGRAM chooses another build than the one that `make test` makes.
const PROGRAM = process.env.WIJKTAFEL_PROGRAM ?? path.join(import.meta.dirname, "../../build/release/wijktafel");
const PATIENCE = 20_000; // milliseconds to become ready
const run = promisify(execFile);

// The demo filled once per engine; journeys get copies of it.
export class Demo {
  static async fill(engine) {
    const folder = await mkdtemp(path.join(tmpdir(), "wijktafel-browser-"));
    const demo = engine === "postgresql" ? new PostgresqlDemo(folder) : new SqliteDemo(folder);
    await mkdir(demo.files);
    await demo.prepare();
    await run(PROGRAM, [
      "demo", "--database", demo.address, "--files", demo.files, "--mail", `file:${path.join(folder, "mail")}`,
    ]);
    return demo;
  }
  constructor(folder) {
    this.folder = folder;
    this.files = path.join(folder, "files");
    this.copies = 0;
  }
  async copyFiles() {
    this.copies += 1;
    const folder = path.join(this.folder, `copy-${this.copies}`);
    await cp(this.files, path.join(folder, "files"), { recursive: true });
    return folder;
  }
  async remove() {
    await rm(this.folder, { recursive: true, force: true });
  }
}

class SqliteDemo extends Demo {
  get address() {
    return `sqlite:${path.join(this.folder, "demo.sqlite")}`;
  }
  async prepare() {}
  async copy() {
    const folder = await this.copyFiles();
    for (const ending of ["", "-wal"]) {
      await cp(path.join(this.folder, `demo.sqlite${ending}`), path.join(folder, `demo.sqlite${ending}`)).catch((fault) => {
        if (ending === "") throw fault; // a database that was closed well has no -wal
      });
    }
    return { folder, database: `sqlite:${path.join(folder, "demo.sqlite")}` };
  }
}

// WIJKTAFEL_TEST_POSTGRESQL: the address of a database of an empty cluster, set by tools/with-postgresql.
class PostgresqlDemo extends Demo {
  #name = `demo_${process.pid}`;
  get address() {
    return this.#at(this.#name);
  }
  async prepare() {
    await this.#sql(`CREATE DATABASE ${this.#name}`);
  }
  async copy() {
    const folder = await this.copyFiles();
    const name = `${this.#name}_${this.copies}`;
    await this.#sql(`CREATE DATABASE ${name} TEMPLATE ${this.#name}`);
    return { folder, database: this.#at(name) };
  }
  #at(name) {
    const address = new URL(process.env.WIJKTAFEL_TEST_POSTGRESQL);
    address.pathname = `/${name}`;
    return address.href;
  }
  #sql(statement) {
    return run("psql", ["--no-psqlrc", "--quiet", "--dbname", process.env.WIJKTAFEL_TEST_POSTGRESQL, "--command", statement]);
  }
}

export class Program {
  // `mail`: "folder" or "smtp".
  static async start(demo, mail) {
    const { folder, database } = await demo.copy();
    const mailbox = mail === "smtp" ? await SmtpMailbox.open() : new FolderMailbox(path.join(folder, "mail"));
    const program = new Program(folder, database, mailbox, await freePort());
    await program.#begin([]);
    return program;
  }

  // `said`: everything that the program wrote, its log.
  constructor(folder, database, mailbox, port) {
    Object.assign(this, { folder, database, mailbox, port, address: `http://127.0.0.1:${port}`, said: "" });
  }

  // Starts again at a later moment of the demo, such as the evening of a meeting: "2026-12-03T19:30:00+01:00".
  async goOnAt(moment) {
    await this.#end();
    await this.#begin(["--demo-at", moment]);
  }

  // What `wijktafel verify` says of the database as it is now.
  async verify() {
    return (await run(PROGRAM, ["verify", "--database", this.database])).stdout;
  }

  async stop() {
    await this.#end();
    await this.mailbox.close();
  }

  async #begin(more) {
    const child = spawn(PROGRAM, [
      "serve", "--database", this.database, "--files", path.join(this.folder, "files"), "--mail", this.mailbox.option,
      "--listen", `127.0.0.1:${this.port}`, "--base-url", this.address, ...more,
    ], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (this.said += text));
    this.child = child;
    this.ended = new Promise((resolve) => child.on("exit", resolve));
    await this.#ready();
  }

  async #end() {
    this.child.kill("SIGTERM");
    const code = await this.ended;
    if (code !== 0) throw new Error(`the program ended with ${code}:\n${this.said.slice(-4000)}`);
  }

  async #ready() {
    const end = Date.now() + PATIENCE;
    let running = true;
    this.ended.then(() => (running = false));
    while (running && Date.now() < end) {
      const answer = await fetch(this.address, { redirect: "manual" }).catch(() => undefined);
      if (answer && answer.status < 500) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    this.child.kill("SIGKILL");
    throw new Error(`the program did not become ready:\n${this.said.slice(-4000)}`);
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

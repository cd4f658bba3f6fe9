// The mails that the program sent: as .eml files in a folder, or over SMTP to a server of our own. Both are read alike.
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { SMTPServer } from "smtp-server";

const PATIENCE = 10_000; // milliseconds; jobs that send mail run just after the write

export class Mailbox {
  // The last mail to this address whose subject matches; waits for it.
  async find(address, subject = /./) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = (await this.all()).filter((mail) => mail.to === address && subject.test(mail.subject));
      if (found.length > 0) return found.at(-1);
      if (Date.now() > end) throw new Error(`no mail to ${address} with subject ${subject}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

export class FolderMailbox extends Mailbox {
  constructor(folder) {
    super();
    this.folder = folder;
  }
  get option() {
    return `file:${this.folder}`;
  }
  async empty() {
    for (const name of await readdir(this.folder).catch(() => [])) await rm(path.join(this.folder, name));
  }
  async all() {
    const names = await readdir(this.folder).catch(() => []);
    const files = names.filter((name) => name.endsWith(".eml")).sort();
    return Promise.all(files.map(async (name) => parsed(await readFile(path.join(this.folder, name), "latin1"))));
  }
  async close() {}
}

export class SmtpMailbox extends Mailbox {
  #mails = [];
  static async open() {
    const box = new SmtpMailbox();
    box.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"], // on this machine only, without a certificate
      onData: (stream, session, done) => {
        const parts = [];
        stream.on("data", (part) => parts.push(part));
        stream.on("end", () => {
          box.#mails.push(parsed(Buffer.concat(parts).toString("latin1")));
          done();
        });
      },
    });
    await new Promise((resolve) => box.server.listen(0, "127.0.0.1", resolve));
    return box;
  }
  async empty() {
    this.#mails = [];
  }
  get option() {
    return `smtp://127.0.0.1:${this.server.server.address().port}`;
  }
  async all() {
    return this.#mails;
  }
  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

// As much of RFC 5322 and MIME as our own mails use. `source` holds bytes as latin1.
export function parsed(source) {
  const { headers, body } = divided(source);
  const parts = leaves(headers, body);
  const text = parts.find((part) => part.type === "text/plain")?.text ?? "";
  return {
    to: /<([^>]+)>/.exec(headers.get("to"))?.[1] ?? headers.get("to"),
    subject: words(headers.get("subject") ?? ""),
    id: headers.get("message-id"),
    text,
    html: parts.find((part) => part.type === "text/html")?.text ?? "",
    links: [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map((match) => match[0]),
  };
}

function divided(source) {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = new Map(unfolded.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  return { headers, body: end ? source.slice(end.index + end[0].length) : "" };
}

function leaves(headers, body) {
  const type = headers.get("content-type") ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1).map((part) => divided(part.replace(/^\r?\n/, "")));
    return parts.flatMap((part) => leaves(part.headers, part.body));
  }
  const encoding = (headers.get("content-transfer-encoding") ?? "7bit").toLowerCase();
  return [{ type: type.split(";")[0].trim().toLowerCase(), text: decoded(body, encoding) }];
}

function decoded(body, encoding) {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1").toString("utf8");
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function words(header) {
  return header.replace(/\?=\s+=\?/g, "?==?").replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, text) =>
    kind.toLowerCase() === "b" ? decoded(text, "base64") : decoded(text.replace(/_/g, " "), "quoted-printable"));
}

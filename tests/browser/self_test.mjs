// Proves that the tools of this folder can fail: on pages of our own that are right, and wrong in known ways.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { connect } from "node:net";
import { Markup } from "./markup.mjs";
import { parsed, SmtpMailbox } from "./mailbox.mjs";
import { Person } from "./person.mjs";

const page = (content) => `<!doctype html><html lang="nl"><head><title>Een tafel</title>
<script src="/assets/page.js" defer></script></head><body><main><h1>Een tafel</h1>${content}</main></body></html>`;
const PAGES = {
  "/good": page(`<p id="said">zonder script</p><form action="/thanks"><label for="q">Vraag</label>
    <input id="q" name="q"><button>Versturen</button></form>`),
  "/thanks": page("<p>Dank u wel</p>"),
  "/unlabelled": page('<input name="q">'),
  "/wide": page(`<p>${"breed".repeat(40)}</p>`),
  "/unclosed": page("<p><span>Een zin</p>"),
  "/changing": page('<h2>Eerst</h2><h3>Dan</h3><label for="q">Vraag</label><input id="q" name="q">'),
  "/inline": page("<script>document.title = 'x'</script>"),
};
const CHANGES = { 2: ['for="q"', 'for="p"'], 3: ["<h2>Eerst</h2><h3>Dan</h3>", "<h3>Dan</h3><h2>Eerst</h2>"] };
const SCRIPT = "document.getElementById('said')?.replaceChildren('met script');";

function serve() {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://127.0.0.1");
    if (pathname.endsWith(".js")) return response.writeHead(200, { "content-type": "text/javascript" }).end(SCRIPT);
    // Numbers in an address do not make it another kind of page.
    const found = PAGES[pathname]?.replace(...(CHANGES[searchParams.get("nummer")] ?? ["", ""]));
    response.writeHead(found ? 200 : 404, {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'self'",
    });
    return response.end(found ?? page("<p>Deze pagina is er niet.</p>"));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export async function proveTheTools(browser, attempt) {
  const server = await serve();
  const address = `http://127.0.0.1:${server.address().port}`;
  const visit = async (ways, work, markup = new Markup()) => {
    const person = await Person.arrive(browser, address, markup, ways);
    await work(person).finally(() => person.leave());
    return markup;
  };

  await attempt("a sound page passes, with the mouse and with the keyboard alone", async () => {
    for (const keyboard of [false, true]) {
      await visit({ scripts: true, keyboard }, async (person) => {
        await person.go("/good");
        await person.sees("met script");
        await person.fill("Vraag", "Waar is de bank?");
        await person.press("Versturen");
        await person.sees("Dank u wel");
        assert.equal(person.path(), "/thanks?q=Waar+is+de+bank%3F");
      });
    }
  });
  await attempt("blocked scripts do not run", () => visit({ scripts: false }, async (person) => {
    await person.go("/good");
    await person.sees("zonder script");
  }));
  await attempt("a page is examined again when it is no longer the same", async () => {
    const go = (number) => visit({ scripts: true }, (person) => person.go(`/changing?nummer=${number}`));
    await go(1);
    await assert.rejects(go(2), /label/);
    await assert.rejects(go(3), /heading/);
  });
  for (const [path, fault] of [["/unlabelled", /label/], ["/wide", /wide on a screen/], ["/inline", /Content Security Policy/i]]) {
    await attempt(`a fault is seen on ${path}, also by who comes after`, async () => {
      for (const _ of ["first", "next"]) await visit({ scripts: true }, (person) => assert.rejects(person.go(path), fault));
    });
  }
  await attempt("the HTML checker passes a sound page and sees an unclosed element", async () => {
    const markup = await visit({ scripts: true }, (person) => person.go("/good"));
    assert.deepEqual(await markup.faults(), []);
    const wrong = await visit({ scripts: true }, (person) => person.go("/unclosed"));
    assert.match((await wrong.faults()).join(), /\/unclosed.*span/);
  });
  await attempt("a mail over SMTP is read back", proveMail);
  server.close();
}

async function proveMail() {
  const coded = parsed("To: <b@voorbeeld.nl>\r\nSubject: =?utf-8?Q?Caf=C3=A9_?=\r\n =?utf-8?B?w6lu?=\r\n"
    + "Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nzie http://x/=\r\ny=3D1");
  assert.equal(coded.subject, "Café én");
  assert.deepEqual(coded.links, ["http://x/y=1"]);

  const box = await SmtpMailbox.open();
  const { hostname, port } = new URL(box.option);
  const lines = ["EHLO test", "MAIL FROM:<a@voorbeeld.nl>", "RCPT TO:<b@voorbeeld.nl>", "DATA",
    "To: <b@voorbeeld.nl>\r\nSubject: Uw signaal\r\n\r\nDank u wel.\r\n.", "QUIT"];
  const client = connect(Number(port), hostname);
  client.on("data", (answer) => {
    if (/^\d{3} [^\r]*\r\n$/m.test(String(answer)) && lines.length > 0) client.write(`${lines.shift()}\r\n`);
  });
  assert.equal((await box.find("b@voorbeeld.nl", /signaal/)).text.trim(), "Dank u wel.");
  await box.close();
}

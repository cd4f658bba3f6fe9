// Finds Dutch of the interface on a page in another language: sentences of the words files, and words that stand on almost
// every Dutch page. What people wrote themselves stays in their own language and is taken off the text first.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const SOURCE = path.join(import.meta.dirname, "../../src");
const FREQUENT = [
  "de", "het", "een", "en", "van", "dit", "uw", "niet", "wie", "wat", "waar", "wanneer", "uiterlijk", "inloggen", "uitloggen",
  "verder", "vorige", "bewaar", "signaal", "signalen", "afspraak", "afspraken", "doelen", "besluit", "overleg", "buurt",
  "bewoner", "beloofd", "te laat", "ontvangen", "bekeken", "opgelost", "gemeld", "januari", "februari", "maart", "mei", "juni",
  "juli", "augustus", "oktober", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
];
const LONG_ENOUGH = 8; // characters of a piece of a sentence that says something

// `own`: texts of people and names of places and organisations. Gives what is Dutch, empty when all is well.
export async function dutchOn(text, own) {
  // An address is chance: the link to follow a signal may well have "de" in it.
  let rest = text.replace(/https?:\/\/\S+/g, "·").replace(/\s+/g, " ");
  for (const piece of [...own].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(piece.replace(/\s+/g, " "), "·");
  const words = FREQUENT.filter((word) => new RegExp(`(?<![\\p{L}·])${word}(?!\\p{L})`, "iu").test(rest));
  const pieces = (await dutchPieces()).filter((piece) => rest.includes(piece));
  return [...words, ...pieces];
}

let known;
async function dutchPieces() {
  known ??= (async () => {
    const files = (await readdir(SOURCE, { recursive: true })).filter((file) => file.endsWith("words/nl.toml"));
    const read = (file) => readFile(path.join(SOURCE, file), "utf8");
    const dutch = (await Promise.all(files.map(read))).flatMap(pieces);
    const english = (await Promise.all(files.map((file) => read(file.replace("nl.toml", "en.toml"))))).join("\n");
    return [...new Set(dutch)].filter((piece) => !english.includes(piece));
  })();
  return known;
}

// The values of a words file, without what is filled in; sentences with a choice in them are left to the frequent words.
function pieces(toml) {
  return [...toml.matchAll(/^[a-z_.]+ = "(.*)"$/gm)]
    .filter(([, value]) => !/\{\w+,/.test(value))
    .flatMap(([, value]) => value.replaceAll('\\"', '"').split(/\{\w+\}/))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= LONG_ENOUGH);
}

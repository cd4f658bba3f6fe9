// A signal that tells of two things becomes two; two that tell the same become one, and a mistake is taken back.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, receipt, tell } from "../steps.mjs";

export const name = "a coordinator splits a signal, merges two and takes it back";
export const axes = ["no script", "keyboard"];

const TWO_THINGS = "Bij de molen is het hek kapot en er ligt een boom op het pad";

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  const numbers = [];
  for (const text of [TWO_THINGS, "Het hek bij de molen is kapot"]) {
    await person.go(area);
    await tell(person, { kind: "Er is een probleem", text, chance: "", where: "bij de molen" });
    numbers.push((await receipt(person)).number);
  }
  const [several, same] = numbers.map((number) => `${area}/signalen/${number}`);

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(several);
  await sanne.follow("Splits dit in meer signalen");
  // One part is no split: that is said, and what stood there stays.
  await sanne.press("Splits dit signaal");
  assert.equal(sanne.status, 422);
  assert.equal(await sanne.value("Deel 1: dit blijft bij dit signaal"), TWO_THINGS);
  await sanne.fill("Deel 2", "Er ligt een boom op het pad bij de molen");
  await sanne.press("Splits dit signaal");
  assert.equal(sanne.path(), several);
  await sanne.sees("Er ligt een boom op het pad bij de molen");

  await sanne.go(same);
  await sanne.open("Dit is al eerder verteld");
  await sanne.fill("Nummer van het eerdere signaal", numbers[0]);
  await sanne.press("Markeer als dubbel");
  assert.equal(sanne.path(), same);
  await sanne.sees("Dit is toch niet hetzelfde");
  await sanne.press("Dit is toch niet hetzelfde");
  await sanne.seesNot("Dit is toch niet hetzelfde");
  await sanne.sees("Dit is al eerder verteld");
}

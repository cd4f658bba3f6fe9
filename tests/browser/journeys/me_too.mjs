// "Ik ook": who tells what a neighbour told before is shown it before sending, and adds support and a detail instead of a
// second signal.
import assert from "node:assert/strict";
import { findNeighbourhood, receipt, tell } from "../steps.mjs";

export const name = "a neighbour says me too instead of telling it again";
export const axes = ["script", "no script", "keyboard"];

const TOLD = "Bij de garages is de lantaarnpaal stuk";

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  await tell(person, { kind: "Er is een probleem", text: TOLD, chance: "", where: "bij de garages" });
  const { number } = await receipt(person);

  const neighbour = await another();
  await neighbour.go(area);
  await neighbour.follow("Vertel wat er speelt");
  await neighbour.choose("Er is een probleem");
  await neighbour.fill("Wat is er aan de hand?", "Twee lantaarnpalen stuk bij de garages");
  await neighbour.press("Verder");
  await neighbour.fill("Waar is het?", "bij de garages");
  await neighbour.press("Verder");
  await neighbour.sees("Is dit al verteld?");
  await neighbour.sees(TOLD);
  await neighbour.follow("Ik ook");
  assert.equal(await neighbour.heading(), "Ik ook");
  // What they wrote comes along.
  assert.equal(await neighbour.value("Wilt u iets toevoegen?"), "Twee lantaarnpalen stuk bij de garages");
  await neighbour.press("Ik ook");
  assert.equal(await neighbour.heading(), "Dank u wel");
  await neighbour.sees("1 mens zegt: ik ook.");
  await neighbour.follow("Naar het signaal");
  await neighbour.sees(`Nummer ${number}`);
}

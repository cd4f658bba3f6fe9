// A signal that becomes confidential is gone for everybody without a role for it: pages, lists, maps, searches and what programs
// read. Whoever may read it does so seen: the administrator reads who looked.
import assert from "node:assert/strict";
import { enterAs, findNeighbourhood, receipt, tell, TOWN } from "../steps.mjs";

export const name = "a confidential signal is read by few, and each look is written down";

const TOLD = "Groepje auto's draait rondjes om het grasveld";

export async function journey({ person, another }) {
  const area = await findNeighbourhood(person);
  await tell(person, { kind: "Er is een probleem", text: TOLD, chance: "", where: "bij het grasveld" });
  const { number, link } = await receipt(person);
  const signal = `${area}/signalen/${number}`;

  const sanne = await another();
  await enterAs(sanne, "Sanne Boskamp");
  await sanne.go(signal);
  await sanne.open("Maak dit vertrouwelijk");
  await sanne.press("Maak vertrouwelijk");
  assert.equal(sanne.status, 422, "a reason is asked for");
  await sanne.fill("Waarom?", "De bestuurders zijn in de buurt bekend.");
  await sanne.press("Maak vertrouwelijk");
  await sanne.sees("Dit signaal is vertrouwelijk.");
  await sanne.sees("De bestuurders zijn in de buurt bekend.");

  const ways = [signal, `${area}/signalen`, `${TOWN}/signalen`, area, `${area}/signalen.geojson`, `${TOWN}/signalen.geojson`,
    "/open311/v2/requests.json", `/open311/v2/requests/${number}.json`, "/open311/v2/export.csv",
    `${area}/cijfers/signalen.csv`];
  const visitor = await another();
  const member = await another();
  await enterAs(member, "Ed Schippersma");
  for (const other of [visitor, member])
    for (const way of ways) {
      const answer = await other.context.request.get(way);
      if (way.endsWith(number) || way.endsWith(`${number}.json`)) assert.equal(answer.status(), 404, way);
      assert.ok(!(await answer.text()).includes("rondjes"), way);
    }
  // Whoever told it still follows it.
  await person.go(link);
  await person.sees(TOLD);

  const femke = await another();
  await enterAs(femke, "Femke Terpstra");
  await femke.go(`${TOWN}/beheer/inzage?nummer=${number}`);
  await femke.sees("Sanne Boskamp");
  await femke.sees(`Signaal ${number}`);
  await femke.seesNot("rondjes");
  await femke.go(signal);
  assert.equal(femke.status, 404, "who may see who looked does not read it");
}

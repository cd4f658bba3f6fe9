// What the browser adds when it can. Every page works without it; a part that fails leaves the page as it was.
import { countWhatIsLeft } from "./characters_left";
import { showPhotos } from "./photos";
import { pickPoints } from "./point_picker";
import { offerListKeys } from "./list_keys";
import { offerPosition } from "./position";
import { sendOnce } from "./send_once";
import { showTab, showFaults } from "./arrival";

for (const start of [showFaults, showTab, countWhatIsLeft, showPhotos, pickPoints, offerPosition, offerListKeys, sendOnce]) {
  try {
    start();
  } catch (fault) {
    console.error(fault);
  }
}

// Every pair of colours of the theme that is used together has contrast enough (WCAG 2.2, 1.4.3, 1.4.6, 1.4.11): text 7:1,
// words on a tint and small marks 4.5:1, borders and shapes 3:1. usage: node contrast.mjs [theme.css]
import { readFileSync } from "node:fs";

const file = process.argv[2] ?? new URL("../theme/theme.css", import.meta.url);
const css = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");

const colours = (block) =>
  Object.fromEntries([...block.matchAll(/--wt-([a-z-]+):\s*(#[0-9a-f]{6})\s*;/g)].map(([, name, value]) => [name, value]));
const dark_at = css.indexOf("@media (prefers-color-scheme: dark)");
const themes = { light: colours(css.slice(0, dark_at)), dark: colours(css.slice(dark_at)) };

const text = 7;
const tint = 4.5;
const shape = 3;
const pairs = [
  ["ink", "paper", text], ["ink", "card", text], ["ink", "place", text], ["ink", "foot", text],
  ["soft", "paper", text], ["soft", "card", text], ["soft", "place", text], ["soft", "foot", text],
  ["link", "paper", text], ["link", "card", text], ["link", "place", text], ["link", "foot", text],
  ["header-ink", "header", text], ["logo", "header", shape],
  ["action-ink", "action", text], ["action-ink", "action-hover", text], ["action", "paper", shape],
  ["accent-ink", "accent-soft", text], ["accent", "paper", shape], ["accent", "place", shape],
  ["social", "card", text], ["physical", "card", text], ["safety", "card", text],
  ["bad", "paper", text], ["bad", "card", text], ["bad", "bad-soft", text], ["ok", "ok-soft", text],
  ["goal", "goal-soft", text], ["chance", "chance-soft", text], ["new", "new-soft", text],
  ["ink", "goal-soft", text], ["ink", "ok-soft", text], ["ink", "accent-soft", text],
  ["link", "goal-soft", text], ["link", "ok-soft", text], ["link", "accent-soft", text],
  ["focus-ink", "focus", text], ["edge", "paper", shape], ["edge", "card", shape],
  ["pin-ink", "social-pin", tint], ["pin-ink", "physical-pin", tint], ["pin-ink", "safety-pin", tint],
  ["pin-ink", "chance-pin", tint], ["map-here-line", "map-here", shape], ["map-here-line", "map-area", shape],
];

function luminance(hex) {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

let faults = 0;
for (const [theme, values] of Object.entries(themes)) {
  const missing = Object.keys(themes.light).filter((name) => !(name in values));
  for (const name of missing) console.error(`${theme}: --wt-${name} has no colour`);
  faults += missing.length;
  for (const [front, back, least] of pairs) {
    if (!(front in values) || !(back in values)) {
      console.error(`${theme}: --wt-${front} or --wt-${back} is not in the theme`);
      faults += 1;
      continue;
    }
    const ratio = contrast(values[front], values[back]);
    if (ratio < least) {
      console.error(`${theme}: --wt-${front} on --wt-${back} is ${ratio.toFixed(2)}:1, at least ${least}:1 is needed`);
      faults += 1;
    }
  }
}
if (faults > 0) process.exit(1);
console.log(`${pairs.length} pairs of colours in two themes have contrast enough`);

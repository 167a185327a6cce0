// The demo's clock: shown in one zone at a time, moved forward only.

import { find, make } from "./dom.js";
import { post } from "./api.js";
import { confirm, toast, warn } from "./notices.js";
import { store } from "./store.js";

const panel = find("clock");
const zones = find("clock-zone");
let base = { now: 0, at: 0 };
let zone = "UTC";
let hooks = {};

const now = () => base.now + (performance.now() - base.at);
const format = (ms, options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(ms);
const HOUR = { hour: "2-digit", minute: "2-digit" };
const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" };

export const timeOf = (ms) => format(ms, HOUR);
export const dayOf = (ms) => format(ms, { day: "numeric", month: "long", year: "numeric" });
export const shortOf = (ms) => (dayOf(ms) === dayOf(now()) ? timeOf(ms) : format(ms, { day: "numeric", month: "short" }));

export function setClock(milliseconds, home) {
  if (!zones.options.length) addZones(home);
  base = { now: milliseconds, at: performance.now() };
  tick();
  suggest();
}

function addZones(home) {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const name of new Set([home, here, "UTC", "Asia/Almaty", "Europe/Istanbul", "Asia/Baku"])) zones.append(make("option", { value: name }, name));
  zone = home;
  zones.onchange = () => {
    zone = zones.value;
    tick();
    suggest();
    hooks.zoneChanged();
  };
}

// The field for another time starts from the demo's present.
function suggest() {
  const field = find("clock-at");
  if (document.activeElement === field) return;
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(now());
  field.min = field.value = local.replace(" ", "T");
}

function tick() {
  const offset = format(now(), { timeZoneName: "shortOffset" }).split(" ").at(-1).replace("GMT", "UTC").replace(/\+0$/, "");
  const node = find("clock-now");
  node.textContent = `${format(now(), DAY)}, ${timeOf(now())}`;
  node.dateTime = new Date(now()).toISOString();
  find("clock-offset").textContent = offset;
  const chip = find("clock-chip");
  chip.textContent = `${format(now(), { weekday: "short", day: "numeric", month: "short" })}\n${timeOf(now())} ${offset}`;
  chip.setAttribute("aria-label", `Demo clock: ${node.textContent} ${zone}`);
}

async function move(body) {
  // Not disabled meanwhile: a button that is loses the keyboard's focus for good.
  if (panel.getAttribute("aria-busy")) return;
  panel.setAttribute("aria-busy", "true");
  try {
    await post("clock", { ...body, zone });
    await hooks.moved();
    toast(`It is now ${find("clock-now").textContent} (${zone}).`);
  } catch (error) {
    warn(error.message);
  } finally {
    panel.removeAttribute("aria-busy");
  }
}

async function reset() {
  const lost = store.keptIn ? `Everything in ${store.keptIn} is deleted: chats, subscriptions, articles.` : "All chats, subscriptions and articles are deleted.";
  if (!(await confirm(`Reset the demo? ${lost} It begins again with the samples.`, "Reset"))) return;
  try {
    await post("reset");
    toast("A new demo has begun.");
  } catch (error) {
    warn(error.message);
  }
}

// `hooks`: moved() after a move, zoneChanged() after another zone was chosen.
export function startClock(given) {
  hooks = given;
  for (const button of panel.querySelectorAll("[data-by]")) button.onclick = () => move({ by_seconds: Number(button.dataset.by) });
  panel.querySelector("[data-to]").onclick = () => move({ to: "tomorrow" });
  find("clock-form").onsubmit = (event) => {
    event.preventDefault();
    move({ to: find("clock-at").value });
  };
  find("reset").onclick = reset;
  setInterval(tick, 1000);
}

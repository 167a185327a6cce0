// The open chat's messages, with the days between them. A reader at the bottom is taken along: to the bottom again, or
// to the top of a message that is taller than the view.

import { dayOf } from "./clock.js";
import { avatar, find, make } from "./dom.js";
import { renderMessage } from "./messages.js";
import { chat, shown, store } from "./store.js";

const log = find("log");
const toBottom = find("to-bottom");
const MARGIN = 8;
const isAtBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight < 80;

export function makeLog(on) {
  const actions = { ...on, jump };

  function redraw() {
    log.setAttribute("aria-live", "off");
    log.replaceChildren();
    const messages = shown(store.chatId);
    if (chat().has_earlier) log.append(make("p", { className: "earlier" }, "Earlier messages are not kept"));
    else if (!messages.length) log.append(welcome(on));
    messages.forEach((message, index) => append(message, messages[index - 1]));
    settle();
    requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
  }

  function append(message, before) {
    if (!before || dayOf(before.at) !== dayOf(message.at)) {
      log.append(make("div", { className: "day", role: "separator", "aria-label": dayOf(message.at) }, dayOf(message.at)));
      before = undefined;
    }
    log.append(renderMessage(message, before, chat().is_group, actions));
  }

  function show(message) {
    const messages = shown(store.chatId);
    const index = messages.findIndex((one) => one.id === message.id);
    const wasAtBottom = isAtBottom();
    const old = article(message.id);
    if (old) replace(old, renderMessage(message, old.classList.contains("joined") ? messages[index - 1] : undefined, chat().is_group, actions));
    else {
      log.querySelector(".welcome")?.remove();
      append(message, messages[index - 1]);
    }
    if (wasAtBottom || message.sender_id === store.me) settle();
    watch();
  }

  return { redraw, show, remove: (id) => article(id)?.remove() };
}

function settle() {
  const newest = log.lastElementChild;
  log.scrollTop = log.scrollHeight;
  if (newest?.offsetHeight > log.clientHeight) log.scrollTop += newest.getBoundingClientRect().top - log.getBoundingClientRect().top - MARGIN;
  watch();
}

// A press must not lose the keyboard focus when its message is edited.
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.textContent : null;
  old.replaceWith(fresh);
  if (focused === null) return;
  const buttons = [...fresh.querySelectorAll(".keyboard button")];
  (buttons.find((button) => button.textContent === focused) || buttons[0] || fresh.querySelector("button"))?.focus({ preventScroll: true });
}

const article = (id) => log.querySelector(`[data-message-id="${id}"]`);

function jump(id) {
  const target = article(id);
  if (!target) return;
  target.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  target.classList.add("flash");
  setTimeout(() => target.classList.remove("flash"), 1200);
}

function welcome(on) {
  const { bot } = store;
  if (chat().is_group) return make("div", { className: "welcome" }, make("h2", {}, chat().title), make("p", {}, "A group with the bot in it. It answers commands and replies to its messages."));
  return make("div", { className: "welcome" },
    avatar(bot.name, 0),
    make("h2", {}, "What can this bot do?"),
    make("p", {}, chat().description || `Press Start to talk to ${bot.name}. It answers here, on your machine.`),
    make("button", { type: "button", onclick: () => on.start("") }, "Start"));
}

function watch() {
  toBottom.hidden = isAtBottom();
}

log.addEventListener("scroll", watch, { passive: true });
toBottom.onclick = () => { log.scrollTop = log.scrollHeight; };
new ResizeObserver(() => { if (toBottom.hidden) log.scrollTop = log.scrollHeight; }).observe(log);

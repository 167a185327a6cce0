// Who you are, which chats you have, what is unread.

import { shortOf } from "./clock.js";
import { avatar, find, make } from "./dom.js";
import { chatsOf, store, titleOf } from "./store.js";

const app = find("app");
const opener = find("open-sidebar");

export function makeSidebar(go) {
  function redraw() {
    find("people").replaceChildren(...store.people.map(personRow));
    find("chats").replaceChildren(...chatsOf(store.me).map((chat) => make("li", {}, chatRow(chat))));
    const elsewhere = [...store.unread.values()].reduce((sum, count) => sum + count, 0);
    find("elsewhere").textContent = elsewhere;
    find("elsewhere").hidden = !elsewhere;
  }

  function personRow(person) {
    const input = make("input", { type: "radio", name: "me", value: person.id, checked: person.id === store.me, onchange: () => go(person.id, person.id, true), "aria-label": `${person.name}, ${person.about}` });
    return make("label", { className: "row" }, input, avatar(person.name, person.id), names(person.name, person.about), badge(person.id));
  }

  function chatRow(chat) {
    const last = chat.last;
    const side = make("span", { className: "row-side" }, last ? shortOf(last.at) : "", badge(chat.id));
    return make("button", { type: "button", className: "row", "aria-current": String(chat.id === store.chatId), "aria-label": titleOf(chat), onclick: () => { go(store.me, chat.id); close(); } },
      avatar(titleOf(chat), chat.is_group ? chat.id : 0), names(titleOf(chat), preview(last)), side);
  }

  return { redraw, close };
}

const names = (name, note) => make("span", { className: "row-text" }, make("span", { className: "row-name" }, name), make("span", { className: "row-note" }, note));

function badge(chatId) {
  const count = store.unread.get(chatId);
  return count ? make("span", { className: "badge", "aria-label": `${count} unread` }, count) : null;
}

function preview(message) {
  if (!message) return "No messages yet";
  const who = message.sender_id === store.me ? "You: " : "";
  return who + (message.attachment || message.text.split("\n", 1)[0]);
}

function open() {
  app.classList.add("open");
  opener.setAttribute("aria-expanded", "true");
  find("close-sidebar").focus();
}

function close() {
  if (!app.classList.contains("open")) return;
  app.classList.remove("open");
  opener.setAttribute("aria-expanded", "false");
  opener.focus();
}

opener.onclick = open;
find("close-sidebar").onclick = close;
find("sidebar").onkeydown = (event) => { if (event.key === "Escape") close(); };
find("clock-chip").onclick = () => { open(); find("clock").querySelector("[data-by]").focus(); };

// Who you are, which chats you have, what is unread. Rows stay in place while their texts change: they may be in use.

import { shortOf } from "./clock.js";
import { avatar, find, make } from "./dom.js";
import { chatsOf, store, titleOf } from "./store.js";

const app = find("app");
const opener = find("open-sidebar");

export function makeSidebar(go) {
  const people = new Map();
  const chats = new Map();

  function redraw() {
    arrange(find("people"), people, store.people, personRow);
    arrange(find("chats"), chats, chatsOf(store.me), chatRow);
    const elsewhere = [...store.unread.values()].reduce((sum, count) => sum + count, 0);
    find("elsewhere").textContent = elsewhere;
    find("elsewhere").hidden = !elsewhere;
  }

  function personRow({ id, name, about }) {
    const input = make("input", { type: "radio", name: "me", value: id, onchange: () => go(id, id, true), "aria-label": `${name}, ${about}` });
    const badge = makeBadge();
    const node = make("label", { className: "row" }, input, avatar(name, id), names(name, about), badge);
    return { node, update: () => { input.checked = id === store.me; count(badge, id); } };
  }

  function chatRow({ id, is_group }) {
    const [name, note, time, badge] = [make("span", { className: "row-name" }), make("span", { className: "row-note" }), make("span"), makeBadge()];
    const text = make("span", { className: "row-text" }, name, note);
    const button = make("button", { type: "button", className: "row", onclick: () => { go(store.me, id); close(); } }, avatar("", is_group ? id : 0), text, make("span", { className: "row-side" }, time, badge));
    const update = (chat) => {
      const title = titleOf(chat);
      button.setAttribute("aria-label", title);
      button.setAttribute("aria-current", String(id === store.chatId));
      if (name.textContent !== title) button.firstChild.replaceWith(avatar(title, is_group ? id : 0));
      write(name, title);
      write(note, preview(chat));
      write(time, chat.last ? shortOf(chat.last.at) : "");
      count(badge, id);
    };
    return { node: make("li", {}, button), update };
  }

  return { redraw, close };
}

// Makes rows for new items, drops those of lost ones, and touches nothing else.
function arrange(list, rows, items, build) {
  for (const [id, row] of rows) {
    if (items.some((item) => item.id === id)) continue;
    row.node.remove();
    rows.delete(id);
  }
  items.forEach((item, index) => {
    if (!rows.has(item.id)) rows.set(item.id, build(item));
    const { node, update } = rows.get(item.id);
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] || null);
    update(item);
  });
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const names = (name, note) => make("span", { className: "row-text" }, make("span", { className: "row-name" }, name), make("span", { className: "row-note" }, note));
const makeBadge = () => make("span", { className: "badge", hidden: true });

function count(badge, chatId) {
  const unread = store.unread.get(chatId) || 0;
  badge.hidden = !unread;
  badge.setAttribute("aria-label", `${unread} unread`);
  write(badge, String(unread));
}

function preview({ last, has_earlier }) {
  if (!last) return has_earlier ? "Earlier messages are not kept" : "No messages yet";
  const who = last.sender_id === store.me ? "You: " : "";
  return who + (last.attachment || last.text.split("\n", 1)[0]);
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

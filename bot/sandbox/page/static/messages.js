// One message as an article: who, quotation, text or attachment, time, buttons.

import { draw, make, nameClass } from "./dom.js";
import { renderAttachment, renderText } from "./entities.js";
import { timeOf } from "./clock.js";
import { store } from "./store.js";

const waiting = new Map();
const keyOf = (chatId, id, data) => `${store.me}:${chatId}:${id}:${data}`;

// `on`: press(message, button), reply(message), jump(id), command(text), start(payload).
export function renderMessage(message, before, isGroup, on) {
  const isMine = message.sender_id === store.me;
  const isJoined = before?.sender_id === message.sender_id;
  const bubble = make("div", { className: `bubble${message.attachment === "sticker" ? " bare" : ""}${message.is_edited ? " edited" : ""}` });
  if (isGroup && !isMine && !isJoined) bubble.append(make("div", { className: nameClass(message.sender_id) }, message.sender));
  if (message.reply_to) bubble.append(quotation(message.reply_to, on));
  bubble.append(message.attachment ? renderAttachment(message.attachment) : renderText(message, store.bot, on));
  bubble.append(meta(message, isMine));
  const article = make("article", {
    className: ["message", isMine && "mine", isJoined && "joined"].filter(Boolean).join(" "),
    "aria-label": `${isMine ? "You" : message.sender}, ${timeOf(message.at)}`,
    "data-testid": "message",
    "data-message-id": message.id,
    "data-from": message.is_bot ? "bot" : isMine ? "me" : "other",
  });
  article.append(bubble);
  if (message.keyboard.length) article.append(keyboard(message, on));
  article.append(replyButton(message, on));
  return article;
}

function quotation(quoted, on) {
  return make("button", { type: "button", className: "quoted", "aria-label": `Go to the message by ${quoted.sender}`, onclick: () => on.jump(quoted.id) },
    make("strong", {}, quoted.sender), make("span", {}, quoted.text));
}

function meta(message, isMine) {
  const node = make("span", { className: "meta" });
  if (message.is_edited) node.append(make("span", { "data-testid": "edited" }, "edited "));
  node.append(make("time", { dateTime: new Date(message.at).toISOString() }, timeOf(message.at)));
  if (isMine) node.append(draw("0 0 22 16", "M1 9l4 4 8-10", "M8 12l1.5 1.5L18 3"));
  return node;
}

function replyButton(message, on) {
  const node = make("button", { type: "button", className: "icon reply", "aria-label": `Reply to ${message.sender}`, onclick: () => on.reply(message) });
  node.append(draw("0 0 24 24", "M9 7L4 12l5 5", "M4 12h10a6 6 0 0 1 6 6"));
  return node;
}

function keyboard(message, on) {
  const rows = message.keyboard.map((row) => make("div", { className: "keyboard-row" }, ...row.map((button) => key(message, button, on))));
  return make("div", { className: "keyboard", role: "group", "aria-label": "Buttons of this message" }, ...rows);
}

function key(message, button, on) {
  const node = make("button", { type: "button", className: button.url ? "link" : "", title: button.text }, button.text);
  if (button.url) node.onclick = () => window.open(button.url, "_blank", "noopener,noreferrer");
  else if (button.copy) node.onclick = () => navigator.clipboard?.writeText(button.copy);
  else {
    if (waiting.has(keyOf(message.chat_id, message.id, button.data))) node.setAttribute("aria-busy", "true");
    node.dataset.callback = button.data;
    node.onclick = () => on.press(message, button);
  }
  return node;
}

// The spinner on a pressed button, until the bot answers or we stop waiting.
export function showWaiting(chatId, id, data) {
  const key = keyOf(chatId, id, data);
  clearTimeout(waiting.get(key));
  waiting.set(key, setTimeout(() => endWaiting(chatId, id, data), 15000));
  mark(id, data, true);
}

export function endWaiting(chatId, id, data) {
  const key = keyOf(chatId, id, data);
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  if (chatId === store.chatId) mark(id, data, false);
}

function mark(id, data, isBusy) {
  for (const node of document.querySelectorAll(`[data-message-id="${id}"] .keyboard button`)) {
    if (node.dataset.callback === data) isBusy ? node.setAttribute("aria-busy", "true") : node.removeAttribute("aria-busy");
  }
}

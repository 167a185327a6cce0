// Joins the parts: reads the state, follows the events, sends what the person does.

import { follow, post, read } from "./api.js";
import { setClock, startClock } from "./clock.js";
import { makeComposer } from "./composer.js";
import { avatar, find } from "./dom.js";
import { makeLog } from "./log.js";
import { endWaiting, showWaiting } from "./messages.js";
import { alertBox, popup, toast, warn } from "./notices.js";
import { makeSidebar } from "./sidebar.js";
import { chat, drop, go, keep, keepAll, person, shown, store, takeState, titleOf } from "./store.js";

const isWide = () => matchMedia("(min-width: 761px)").matches;
const composer = makeComposer();
const sidebar = makeSidebar(visit);
const log = makeLog({ press, reply: composer.reply, command: composer.send, start });
let typing;
let drawn = 0;
let arrived = [];

async function loadState() {
  const state = await read("/page/state");
  takeState(state);
  setClock(state.now, state.zone);
  return state.cursor;
}

// What arrives while a chat is being read is newer than what was read.
async function loadMessages() {
  const wanted = store.chatId;
  const before = JSON.stringify(shown(wanted));
  arrived = [];
  const { messages } = await read(`/page/chats/${wanted}`);
  keepAll(wanted, messages);
  arrived.filter((message) => message.chat_id === wanted).forEach(keep);
  // An empty chat shows what the bot says of itself, which may have changed.
  const isOld = drawn !== wanted || !messages.length || JSON.stringify(shown(wanted)) !== before;
  if (wanted === store.chatId && isOld) log.redraw();
  drawn = wanted;
}

async function visit(me, chatId, keepsFocus = false) {
  go(me, chatId);
  drawn = 0;
  composer.clear();
  showHead();
  sidebar.redraw();
  await loadMessages().catch((error) => warn(error.message));
  if (isWide() && !keepsFocus) composer.focus();
}

function showHead() {
  const here = chat();
  find("chat-title").textContent = titleOf(here);
  find("chat-avatar").replaceWith(Object.assign(avatar(titleOf(here), here.is_group ? here.id : 0), { id: "chat-avatar" }));
  const me = isWide() ? person(store.me).name : person(store.me).name.split(" ")[0];
  find("chat-status").className = "";
  find("chat-status").textContent = here.is_group ? `you are ${me}${isWide() ? ` · ${here.member_ids.length + 1} members` : ""}` : `you are ${me}`;
  const isBlocked = here.access === "blocked";
  find("composer").hidden = isBlocked;
  find("unblock").hidden = !isBlocked;
}

function showTyping() {
  find("chat-status").className = "busy";
  find("chat-status").textContent = "typing…";
  clearTimeout(typing);
  typing = setTimeout(showHead, 5000);
}

function apply(change) {
  switch (change.kind) {
    case "shown":
      return showMessage(change.message);
    case "removed":
      drop(change.chat_id, change.id);
      if (change.chat_id === store.chatId) log.remove(change.id);
      return sidebar.redraw();
    case "answered":
      return change.person_id === store.me ? showAnswer(change) : undefined;
    case "typing":
      return change.chat_id === store.chatId ? showTyping() : undefined;
    default:
      return restart();
  }
}

function showMessage(message) {
  const isNew = keep(message);
  arrived.push(message);
  if (message.chat_id === store.chatId) {
    if (message.is_bot) showHead();
    log.show(message);
  } else if (isNew && message.is_bot && store.chats.has(message.chat_id)) {
    store.unread.set(message.chat_id, (store.unread.get(message.chat_id) || 0) + 1);
  }
  sidebar.redraw();
}

function showAnswer(answer) {
  endWaiting(answer.chat_id, answer.id, answer.data);
  if (answer.text) answer.is_alert ? alertBox(answer.text) : toast(answer.text);
}

async function press(message, button) {
  showWaiting(message.chat_id, message.id, button.data);
  try {
    await post("press", { person_id: store.me, chat_id: message.chat_id, id: message.id, data: button.data });
  } catch (error) {
    endWaiting(message.chat_id, message.id, button.data);
    warn(error.message);
  }
}

async function start(payload) {
  if (store.chatId !== store.me) await visit(store.me, store.me);
  await composer.send(`/start ${payload}`.trim());
}

async function restart() {
  const cursor = await loadState();
  showHead();
  sidebar.redraw();
  await loadMessages();
  return cursor;
}

const setBlocked = (action) => post(action, { person_id: store.me }).catch((error) => warn(error.message));

find("unblock").onclick = () => setBlocked("unblock");
find("more").onclick = () => popup(find("more"), [
  store.chats.get(store.me).access === "blocked" ? ["Unblock the bot", () => setBlocked("unblock")] : ["Block the bot", () => setBlocked("block")],
]);
startClock({ moved: async () => { await loadState(); sidebar.close(); }, zoneChanged: () => { log.redraw(); sidebar.redraw(); } });

const cursor = await loadState();
await visit(store.me, store.chatId);
follow(cursor, { apply, restart, connected: (is) => { find("connection").hidden = is; } });
document.documentElement.dataset.ready = "true";

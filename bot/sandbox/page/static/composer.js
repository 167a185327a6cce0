// The message box: Enter sends, ArrowUp edits the last message, a reply or an edit shows above it.

import { post } from "./api.js";
import { makeCommands } from "./commands.js";
import { find } from "./dom.js";
import { popup, warn } from "./notices.js";
import { myLastText, store } from "./store.js";

const box = find("composer-text");
const context = find("context");
let editing = null;
let replying = null;

export function makeComposer() {
  const commands = makeCommands(send);

  async function send(text) {
    if (!text.trim()) return;
    const place = { person_id: store.me, chat_id: store.chatId };
    const before = { editing, replying };
    clear();
    try {
      if (before.editing) await post("edit", { ...place, id: before.editing.id, text });
      else await post("write", { ...place, text, reply_to: before.replying?.id });
    } catch (error) {
      box.value = text;
      warn(error.message);
    }
  }

  function clear() {
    box.value = "";
    editing = replying = null;
    context.hidden = true;
    commands.close();
    grow();
  }

  function show(title, message) {
    find("context-title").textContent = title;
    find("context-text").textContent = message.text || message.attachment;
    context.hidden = false;
    box.focus();
  }

  function reply(message) {
    editing = null;
    replying = message;
    show(`Reply to ${message.sender}`, message);
  }

  function editLast() {
    const message = myLastText();
    if (!message) return;
    replying = null;
    editing = message;
    box.value = message.text;
    show("Edit message", message);
    box.setSelectionRange(box.value.length, box.value.length);
    grow();
  }

  const attach = (kind) => post("attach", { person_id: store.me, chat_id: store.chatId, kind }).catch((error) => warn(error.message));

  box.oninput = () => { grow(); commands.update(); };
  box.onkeydown = (event) => {
    if (event.isComposing || commands.take(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send(box.value);
    } else if (event.key === "ArrowUp" && !box.value && !editing) {
      event.preventDefault();
      editLast();
    } else if (event.key === "Escape" && (editing || replying)) clear();
  };
  find("composer").onsubmit = (event) => { event.preventDefault(); send(box.value); box.focus(); };
  find("context-cancel").onclick = () => { clear(); box.focus(); };
  find("menu").onclick = () => { commands.toggle(); box.focus(); };
  find("attach").onclick = () => popup(find("attach"), [
    ["👋 Sticker", () => attach("sticker")],
    ["🏔️ Photo", () => attach("photo")],
    ["🎤 Voice message", () => attach("voice")],
  ]);
  return { send, clear, reply, focus: () => box.focus({ preventScroll: true }) };
}

function grow() {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, 180)}px`;
}

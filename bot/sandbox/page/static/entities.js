// A message's text with Telegram's entities as DOM. Offsets count UTF-16 units, as JavaScript strings do.

import { draw, make } from "./dom.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code" };
const isWeb = (url) => /^https?:\/\//i.test(url);

// `on` takes `command(text)` and `start(payload)`: what a tap on a command or a deep link does.
export function renderText(message, bot, on) {
  const root = make("div", { className: "text" });
  const open = [{ node: root, end: message.text.length }];
  let at = 0;
  const write = (to) => {
    if (to > at) open.at(-1).node.append(message.text.slice(at, to));
    at = Math.max(at, to);
  };
  for (const entity of message.entities) {
    while (open.length > 1 && open.at(-1).end <= entity.offset) {
      write(open.at(-1).end);
      open.pop();
    }
    write(entity.offset);
    const end = entity.offset + entity.length;
    const { outer, inner } = element(entity, message.text.slice(entity.offset, end), bot, on);
    open.at(-1).node.append(outer);
    open.push({ node: inner, end });
  }
  while (open.length) {
    write(open.at(-1).end);
    open.pop();
  }
  return root;
}

function element(entity, text, bot, on) {
  const simple = TAGS[entity.type];
  if (simple) return same(make(simple));
  switch (entity.type) {
    case "text_link":
      return same(link(entity.url, bot, on));
    case "url":
      return same(link(isWeb(text) ? text : `http://${text}`, bot, on));
    case "email":
      return same(make("a", { href: `mailto:${text}` }));
    case "bot_command":
      return same(make("button", { type: "button", className: "command", onclick: () => on.command(text) }));
    case "pre":
      return same(make("pre", { "data-language": entity.language }));
    case "spoiler":
      return same(spoiler());
    case "blockquote":
      return same(make("blockquote"));
    case "expandable_blockquote":
      return folded();
    default:
      return same(make("span"));
  }
}

const same = (node) => ({ outer: node, inner: node });

function link(url, bot, on) {
  if (!isWeb(url) || !URL.canParse(url)) return make("span", { title: url });
  const target = new URL(url, location.href);
  const payload = target.searchParams.get("start");
  if (target.hostname === "t.me" && target.pathname.toLowerCase() === `/${bot.username}`.toLowerCase() && /^[\w-]{0,64}$/.test(payload || "")) {
    return make("a", { href: "#", title: url, onclick: (event) => { event.preventDefault(); on.start(payload || ""); } });
  }
  return make("a", { href: url, title: url, target: "_blank", rel: "noopener noreferrer" });
}

function spoiler() {
  const node = make("span", { className: "spoiler", role: "button", tabIndex: 0, "aria-label": "Hidden text, press to show" });
  const show = () => {
    node.classList.add("open");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
  };
  node.onclick = show;
  node.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); show(); } };
  return node;
}

function folded() {
  const inner = make("div", { className: "fold" });
  const toggle = make("button", { type: "button", "aria-expanded": "false" }, "Show more");
  const outer = make("blockquote", { className: "closed" }, inner, toggle);
  toggle.onclick = () => {
    const isClosed = outer.classList.toggle("closed");
    toggle.textContent = isClosed ? "Show more" : "Show less";
    toggle.setAttribute("aria-expanded", String(!isClosed));
  };
  requestAnimationFrame(() => { toggle.hidden = inner.scrollHeight <= inner.clientHeight + 2; });
  return { outer, inner };
}

export function renderAttachment(kind) {
  if (kind === "sticker") return make("div", { className: "sticker", role: "img", "aria-label": "Sticker: waving hand" }, "👋");
  if (kind === "photo") return make("img", { className: "photo", src: "/static/photo.svg", alt: "Photo: hills under an evening sky" });
  return make("div", { className: "voice", role: "img", "aria-label": "Voice message, 4 seconds" }, draw("0 0 130 26", "M3 4l14 9-14 9z", waveform()), "0:04");
}

const waveform = () => Array.from({ length: 24 }, (_, i) => { const half = 2 + ((i * 37) % 9); return `M${28 + i * 4} ${13 - half}v${2 * half}`; }).join("");

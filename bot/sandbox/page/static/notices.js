// Short notices: toasts, alerts a person must close, questions, small menus.

import { find, make } from "./dom.js";

const dialog = find("dialog");

export function toast(text, className = "toast") {
  const node = make("div", { className }, text);
  find("toasts").replaceChildren(node);
  setTimeout(() => node.remove(), 2500 + 40 * text.length);
}

export const warn = (text) => toast(text, "toast wrong");

function ask(text, yes, hasNo) {
  find("dialog-text").textContent = text;
  find("dialog-yes").textContent = yes;
  find("dialog-no").hidden = !hasNo;
  dialog.returnValue = "no";
  dialog.showModal();
  find("dialog-yes").focus();
  return new Promise((resolve) => { dialog.onclose = () => resolve(dialog.returnValue === "yes"); });
}

export const alertBox = (text) => ask(text, "OK", false);
export const confirm = (text, yes) => ask(text, yes, true);

// A menu at a button: `items` are [label, action]. Arrow keys, Escape, a click elsewhere.
export function popup(anchor, items) {
  const close = () => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    removeEventListener("pointerdown", outside, true);
  };
  const outside = (event) => { if (!menu.contains(event.target)) close(); };
  const entries = items.map(([label, action]) => make("button", { type: "button", role: "menuitem", onclick: () => { close(); anchor.focus(); action(); } }, label));
  const menu = make("div", { className: "popup", role: "menu", "aria-label": anchor.getAttribute("aria-label") }, ...entries);
  menu.onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      entries.at((entries.indexOf(document.activeElement) + step) % entries.length).focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      close();
      anchor.focus();
    }
  };
  document.body.append(menu);
  place(menu, anchor.getBoundingClientRect());
  anchor.setAttribute("aria-expanded", "true");
  entries[0].focus();
  addEventListener("pointerdown", outside, true);
}

function place(menu, box) {
  const { width, height } = menu.getBoundingClientRect();
  const below = box.bottom + 6;
  menu.style.left = `${Math.max(8, Math.min(box.right - width, innerWidth - width - 8))}px`;
  menu.style.top = `${below + height < innerHeight ? below : box.top - height - 6}px`;
}

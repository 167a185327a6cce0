// The command menu over the message box: opens on "/", moves by arrow keys, sends on Enter, completes on Tab.

import { find, make } from "./dom.js";
import { chat } from "./store.js";

const list = find("commands");
const box = find("composer-text");
let choices = [];
let chosen = 0;

export function makeCommands(send) {
  function update() {
    const typed = box.value.match(/^\/(\w*)$/);
    if (typed) open(chat().menu.filter((command) => command.name.startsWith(typed[1].toLowerCase())));
    else close();
  }

  function open(commands) {
    choices = commands;
    chosen = 0;
    list.replaceChildren(...choices.map(row));
    list.hidden = !choices.length;
    mark();
  }

  function row(command, index) {
    return make("li", { id: `command-${index}`, role: "option", onclick: () => pick(index) }, make("b", {}, `/${command.name}`), make("span", {}, command.description));
  }

  function pick(index) {
    close();
    send(`/${choices[index].name}`);
  }

  function mark() {
    [...list.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === chosen)));
    if (list.hidden) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", `command-${chosen}`);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    mark();
  }

  // Whether the key was for the menu.
  function take(event) {
    if (list.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      chosen = (chosen + step + choices.length) % choices.length;
      mark();
    } else if (event.key === "Enter" && !event.shiftKey) pick(chosen);
    else if (event.key === "Tab" && !event.shiftKey) {
      box.value = `/${choices[chosen].name} `;
      close();
    } else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    return true;
  }

  const toggle = () => (list.hidden ? open(chat().menu) : close());
  return { update, take, close, toggle };
}

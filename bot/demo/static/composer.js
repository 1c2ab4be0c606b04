// Where one types: sending, replying, editing, and the command menu on "/".

import { button, element, one } from "./dom.js";

export function composer({ send, attach, change, commands, lastOwn, ready, words }) {
  const form = one(".composer");
  const field = form.querySelector("textarea");
  const context = form.querySelector(".context");
  const list = form.querySelector(".commands");
  let answered = null; // the message that is replied to
  let changed = null; // the message that is edited
  let offered = []; // the commands that fit what is typed
  let chosen = 0;

  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  };

  function fill(text) {
    field.value = text;
    grow();
  }

  function reset() {
    answered = changed = null;
    context.hidden = true;
    fill("");
    closeMenu();
  }

  function refer(label, message) {
    context.hidden = false;
    context.querySelector("p").textContent = `${label}: ${message.text}`;
    field.focus();
  }

  function reply(message) {
    if (changed) reset();
    answered = message;
    refer(words()["page-reply"], message);
  }

  function edit(message) {
    reset();
    changed = message;
    fill(message.text);
    refer(words()["page-edit"], message);
  }

  async function submit() {
    const text = field.value.trim();
    if (!text || !ready()) return;
    const [old, quoted] = [changed, answered];
    reset();
    const done = old ? await change(old.id, text) : await send(text, quoted?.id ?? null);
    if (!done && !field.value) fill(text);
  }

  // ---------------------------------------------------------------- the command menu

  async function openMenu() {
    const typed = field.value.slice(1).toLowerCase();
    const all = ready() ? await commands().catch(() => []) : [];
    if (!/^\/\w*$/.test(field.value)) return closeMenu();
    offered = all.filter((command) => command.command.startsWith(typed));
    chosen = 0;
    list.hidden = offered.length === 0;
    list.replaceChildren(...offered.map(option));
    mark();
  }

  function option(command) {
    return button(
      { role: "option", id: `command-${command.command}`, tabindex: "-1", onclick: () => take(command) },
      element("b", {}, `/${command.command}`),
      element("span", {}, command.description),
    );
  }

  function mark() {
    [...list.children].forEach((node, index) => node.setAttribute("aria-selected", String(index === chosen)));
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[chosen]?.id ?? "");
  }

  function take(command) {
    fill(`/${command.command}`);
    submit();
    field.focus();
  }

  function closeMenu() {
    list.hidden = true;
    offered = [];
    field.removeAttribute("aria-activedescendant");
  }

  function steer(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      event.preventDefault();
      chosen = (chosen + steps[event.key] + offered.length) % offered.length;
      mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(offered[chosen]);
    } else if (event.key === "Tab") {
      event.preventDefault();
      fill(`/${offered[chosen].command} `);
      closeMenu();
    } else if (event.key === "Escape") {
      closeMenu();
    }
  }

  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // Enter chooses a Chinese word there
    if (!list.hidden && offered.length) return steer(event);
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape") {
      reset();
    } else if (event.key === "ArrowUp" && !field.value && ready()) {
      const own = lastOwn();
      if (own) {
        event.preventDefault();
        edit(own);
      }
    }
  });

  field.addEventListener("input", () => {
    grow();
    if (/^\/\w*$/.test(field.value)) openMenu();
    else closeMenu();
  });

  form.querySelector(".slash").addEventListener("click", () => {
    if (!list.hidden) return closeMenu();
    fill("/");
    field.focus();
    openMenu();
  });

  const files = form.querySelector(".file");
  form.querySelector(".clip").addEventListener("click", () => ready() && files.click());
  files.addEventListener("change", () => {
    if (files.files.length) attach(files.files[0]);
    files.value = "";
  });

  form.querySelector(".context button").addEventListener("click", reset);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });

  return { reset, reply, edit };
}

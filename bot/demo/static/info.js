// What there is to know of a group: its members, and for its owner a way to open topics.

import { element, face, one } from "./dom.js";

export function info({ openTopic }) {
  const dialog = one("dialog.info");
  const list = dialog.querySelector("ul");
  const form = dialog.querySelector("form");
  const name = form.querySelector("input");

  function show(chat, me, words) {
    dialog.querySelector("h2").textContent = chat.title;
    list.replaceChildren(...chat.members.map((member, hue) => row(member, hue, words)));
    form.hidden = !chat.members.some((member) => member.id === me.id && member.role === "creator");
  }

  function row(member, hue, words) {
    const bot = member.id === null;
    const called = bot ? words["page-name"] : member.name;
    const role = words[bot ? "page-bot" : `page-member-${member.role}`];
    return element("li", {}, face(called, bot ? "bot" : hue), element("span", {}, called), element("small", {}, role));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    openTopic(name.value);
    name.value = "";
    dialog.close();
  });
  dialog.querySelector(".plain").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // beside the box

  return { show, open: () => dialog.showModal() };
}

// One message as a bubble.

import { button, element, face } from "./dom.js";
import { documentAddress, photoAddress } from "./server.js";

const COMMAND = /(^|[\s(（])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/g;

// `see` tells what is around the message: me, chat, words, hueOf, sender of a quoted message; `act` what can be done.
export function bubble(message, see, act) {
  const mine = message.sender?.id === see.me.id;
  const made = element("li", {
    class: `message ${mine ? "mine" : ""}`,
    tabindex: "-1",
  });
  const name = message.sender?.name ?? see.bot;
  const hue = see.hueOf(message.sender);
  if (!mine) made.append(face(name, hue));
  made.append(
    element(
      "div",
      { class: "body" },
      message.photo && picture(message, see, act),
      element(
        "div",
        { class: "inner" },
        mine ? null : author(name, hue, message.sender === null && see.words["page-bot"]),
        quote(message, see, act),
        message.document && file(message, see),
        text(message, act),
        foot(message, mine, see, act),
      ),
    ),
  );
  if (message.buttons.length) made.append(keys(message, act));
  return made;
}

function author(name, hue, badge) {
  const made = element("div", { class: `who hue-${hue}` }, name);
  if (badge) made.append(element("span", { class: "badge" }, badge));
  return made;
}

function picture(message, see, act) {
  const address = photoAddress(see.me.id, see.chat.id, message);
  const image = element("img", { src: address, alt: message.text || see.words["page-photo"] });
  return button({ class: "picture", "aria-label": see.words["page-photo"], onclick: () => act.enlarge(image) }, image);
}

function file(message, see) {
  const address = documentAddress(see.me.id, see.chat.id, message);
  const label = `${see.words["page-document"]}: ${message.document}`;
  return element("a", { class: "file", href: address, download: message.document, "aria-label": label }, `📄 ${message.document}`);
}

function quote(message, see, act) {
  const quoted = message.reply_to && see.chat.messages.find((other) => other.id === message.reply_to);
  if (!quoted) return null;
  const name = quoted.sender?.name ?? see.bot;
  return button(
    { class: "quote", onclick: () => act.find(quoted.id) },
    element("b", {}, name),
    element("span", {}, quoted.text || quoted.document || see.words["page-photo"]),
  );
}

function text(message, act) {
  const made = element("div", { class: "text" });
  made.innerHTML = message.html; // sanitised by the server: bot/demo/safe_html.py
  for (const link of made.querySelectorAll("a")) {
    link.addEventListener("click", (event) => {
      if (act.follow(link.href)) event.preventDefault();
    });
  }
  linkCommands(made, act);
  return made;
}

// As in Telegram, a command in a text can be tapped.
function linkCommands(made, act) {
  const walker = document.createTreeWalker(made, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("a, pre, code")) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = [];
    let last = 0;
    for (const found of node.data.matchAll(COMMAND)) {
      const start = found.index + found[1].length;
      parts.push(node.data.slice(last, start));
      parts.push(button({ class: "command", onclick: () => act.write(found[2]) }, found[2]));
      last = start + found[2].length;
    }
    if (parts.length) node.replaceWith(...parts, node.data.slice(last));
  }
}

function foot(message, mine, see, act) {
  const reactions = message.reactions.length
    ? element("span", { class: "reactions" }, ...message.reactions.map((emoji) => element("span", {}, emoji)))
    : null;
  const acts = element("span", { class: "acts" });
  acts.append(button({ onclick: () => act.reply(message) }, see.words["page-reply"]));
  if (mine) acts.append(button({ onclick: () => act.edit(message) }, see.words["page-edit"]));
  return element(
    "div",
    { class: "foot" },
    reactions,
    acts,
    message.edited ? element("span", {}, see.words["page-edited"]) : null,
    element("time", { datetime: message.at }, see.timeOf(message.at)),
  );
}

function keys(message, act) {
  const rows = message.buttons.map((row) =>
    element(
      "div",
      {},
      ...row.map((key) =>
        button(
          { class: key.url ? "link" : "", onclick: () => (key.url ? act.visit(key.url) : act.press(message, key.data)) },
          key.label,
        ),
      ),
    ),
  );
  return element("div", { class: "keys" }, ...rows);
}

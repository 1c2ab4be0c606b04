// The chat page: one person at a time, their two chats, and the clock.

import { composer } from "./composer.js";
import { button, element, face, one, worded } from "./dom.js";
import { info } from "./info.js";
import { bubble } from "./message.js";
import { ask, tell } from "./server.js";
import { tour } from "./tour.js";

const NEAR = 80; // pixels from the end that still count as "at the end"
const TOAST_SHOWS = 3500; // ms
const RETRY = 1500;
const LONGEST = 4096; // UTF-16 units of a message in Telegram

const scroll = one(".scroll");
const log = one(".log");
const dialog = one("dialog.photo");

let people = [];
let words = {};
let me = null;
let state = null;
let kind = "group"; // the chat on the screen
let topic = null; // the forum's topic on the screen; null is General, and where there are no topics
let asking = null; // ends the question for news that is under way
let skew = 0; // the demo's clock minus the browser's, in ms
let shown = new Map(); // message id → { json, node } of the chat on the screen
let lastTop = 0; // where the chat was scrolled to last
let ended = true; // whether the end of the chat is on the screen, and stays there
const read = new Map(); // "person:chat:topic" → the newest message id that was looked at
const toasted = new Map(); // person → how many toasts were shown

const chat = () => state.chats.find((each) => each.kind === kind);
const here = () => chat().messages.filter((message) => message.topic === topic);

// ---------------------------------------------------------------- time

function format(instant, options) {
  return new Intl.DateTimeFormat(me.language === "zh" ? "zh-CN" : "en-GB", { timeZone: state.zone, ...options }).format(
    new Date(instant),
  );
}

const timeOf = (instant) => format(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayOf = (instant) => format(instant, { month: "short", day: "numeric", weekday: "short" });

function showClock() {
  if (!state) return;
  const now = Date.now() + skew;
  one(".clock .date").textContent = dayOf(now);
  one(".clock .hour").textContent = timeOf(now);
  showStanding(now);
}

// The team's own times, as its lead has set them; what is switched off cannot be waited for.
function showJumps() {
  for (const [post, time] of Object.entries(state.posts)) {
    const jump = one(`[data-jump="${post}"]`);
    jump.hidden = time === null;
    jump.textContent = worded(words[`page-to-${post}`], { time });
  }
}

// ---------------------------------------------------------------- words

async function wordFor(language) {
  words = await ask("words", { language });
  document.documentElement.lang = language;
  document.title = words["page-title"];
  one(".language").textContent = words["page-other-language"];
  one(".language").lang = language === "zh" ? "en" : "zh";
  one(".language").setAttribute("aria-label", `${words["page-language"]} ${words["page-other-language"]}`);
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = words[node.dataset.word];
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", words[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = words[node.dataset.placeholder];
}

// ---------------------------------------------------------------- who and where

function hueOf(sender) {
  if (sender === null) return "bot";
  return Math.max(0, people.findIndex((person) => person.id === sender.id));
}

// Fills `place` when what is to be seen changed; the keyboard's focus stays on the button at the same spot.
function fill(place, seen, ...nodes) {
  if (place.dataset.seen === seen) return;
  const focused = [...place.children].indexOf(document.activeElement);
  place.replaceChildren(...nodes);
  place.dataset.seen = seen;
  place.children[focused]?.focus();
}

function showPeople() {
  const nodes = people.map((person, hue) =>
    button(
      { "aria-pressed": String(person.id === me.id), onclick: () => become(person) },
      face(person.name, hue),
      element("span", {}, person.name, element("small", {}, words[`page-role-${person.role}`])),
    ),
  );
  fill(one(".people"), `${me.id} ${me.language}`, ...nodes);
}

function showChats() {
  const nodes = state.chats.map((each) => {
    const group = each.kind === "group";
    const title = group ? each.title : words["page-name"];
    const unread = unreadIn(each);
    const badge = element("span", { class: "unread", "aria-label": `${unread} ${words["page-unread"]}` }, String(unread));
    return button(
      { "aria-current": String(each.kind === kind), onclick: () => open(each.kind) },
      face(title, group ? 3 : "bot"),
      element("span", { class: "label" }, title, element("small", {}, words[`page-${each.kind}`])),
      unread ? badge : null,
    );
  });
  fill(one(".chats"), `${me.id} ${me.language} ${kind} ${state.chats.map((each) => unreadIn(each))}`, ...nodes);
  one(".title").textContent = kind === "group" ? chat().title : words["page-name"];
  one(".about").disabled = kind !== "group";
}

// What Telegram says under a chat's name: who is there, or that the bot is about to say something.
function showStanding(now) {
  const typing = chat().typing !== null && Date.parse(chat().typing) > now;
  const members = worded(words["page-members"], { number: chat().members.length });
  one(".subtitle").textContent = typing ? words["page-typing"] : kind === "group" ? members : words["page-private"];
  one(".subtitle").classList.toggle("typing", typing);
}

const spot = (each, where) => `${me.id}:${each.id}:${where ?? ""}`;

function unreadIn(each, messages = each.messages) {
  const news = (message) => message.id > (read.get(spot(each, message.topic)) ?? 0) && message.sender?.id !== me.id;
  return messages.filter(news).length;
}

function showTopics() {
  const forum = chat().topics.length > 0;
  one(".topics").hidden = !forum;
  const all = forum ? [{ id: null, name: words["page-topic-general"] }, ...chat().topics] : [];
  const unread = all.map((each) => unreadIn(chat(), chat().messages.filter((message) => message.topic === each.id)));
  const nodes = all.map((each, index) =>
    button(
      { "aria-current": String(each.id === topic), onclick: () => enter(each.id) },
      element("span", { class: "name" }, each.name),
      unread[index] ? element("span", { class: "unread" }, String(unread[index])) : null,
    ),
  );
  fill(one(".topics"), JSON.stringify([me.language, topic, all, unread]), ...nodes);
}

async function become(person) {
  asking?.abort();
  one("dialog.info").close();
  one(".toasts").replaceChildren();
  const spoken = me?.language;
  me = person;
  if (spoken !== person.language) await wordFor(person.language);
  state = null;
  topic = null;
  forgetScreen();
  writing.reset();
  remember();
  follow();
}

function open(which) {
  kind = which;
  enter(null);
}

function enter(which) {
  topic = which;
  forgetScreen();
  writing.reset();
  remember();
  show();
}

// So that a reload comes back to the same place.
function remember() {
  history.replaceState(null, "", `#${me.id}:${kind}`);
}

function forgetScreen() {
  shown = new Map();
  ended = true;
  log.replaceChildren();
}

// ---------------------------------------------------------------- news

// Asks for what is new for as long as this person is played.
async function follow() {
  const question = (asking = new AbortController());
  let since = null;
  while (!question.signal.aborted) {
    const query = since === null ? { person: me.id } : { person: me.id, since };
    const news = await ask("state", query, question.signal).catch(() => null);
    if (question.signal.aborted) return;
    offline(news === null);
    if (news === null) {
      await new Promise((done) => setTimeout(done, RETRY));
      since = null;
      continue;
    }
    since = news.version;
    state = news;
    skew = Date.parse(news.now) - Date.now();
    show();
  }
}

function offline(gone) {
  one(".offline")?.remove();
  if (gone) document.body.append(element("div", { class: "offline", role: "alert" }, words["page-offline"] ?? "…"));
}

function show() {
  if (!state) return;
  if (topic !== null && !chat().topics.some((each) => each.id === topic)) topic = null;
  showClock();
  showJumps();
  showPeople();
  showMessages();
  if (ended) toEnd();
  if (ended) markRead();
  showChats();
  showTopics();
  showPin();
  showToasts();
  showNewest();
  about.show(chat(), me, words);
  guide.show();
}

// ---------------------------------------------------------------- messages

function showMessages() {
  const see = { me, chat: chat(), words, hueOf, timeOf, bot: words["page-name"] };
  const kept = new Map();
  const nodes = [];
  let day = null;
  let focused = null; // what takes the place of the bubble that had the focus
  for (const message of here()) {
    const its = dayOf(message.at);
    if (its !== day) nodes.push(separator((day = its)));
    const json = JSON.stringify(message);
    const before = shown.get(message.id);
    const node = before?.json === json ? before.node : bubble(message, see, acts);
    if (before?.node !== node && before?.node.contains(document.activeElement)) focused = node;
    kept.set(message.id, { json, node });
    nodes.push(node);
  }
  shown = kept;
  place(nodes);
  focused?.focus({ preventScroll: true });
  one(".empty").hidden = nodes.length > 0;
}

function separator(day) {
  const there = [...log.querySelectorAll(".day")].find((node) => node.textContent === day);
  return there ?? element("li", { class: "day" }, day);
}

// Puts the nodes in order, touching only what moved, so that the focus stays where it is.
function place(nodes) {
  nodes.forEach((node, index) => {
    if (log.children[index] !== node) log.insertBefore(node, log.children[index] ?? null);
  });
  while (log.children.length > nodes.length) log.lastChild.remove();
}

function showPin() {
  const pinned = here().findLast((message) => message.pinned);
  const pin = one(".pin");
  pin.hidden = !pinned;
  if (!pinned) return;
  pin.textContent = `📌 ${pinned.text.split("\n")[0] || words["page-pinned"]}`;
  pin.setAttribute("aria-label", `${words["page-pinned"]}: ${pinned.text.split("\n")[0]}`);
  pin.onclick = () => find(pinned.id);
}

function find(id) {
  const node = shown.get(id)?.node;
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.classList.add("found");
  setTimeout(() => node.classList.remove("found"), 1200);
}

const isAtEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;

function toEnd() {
  scroll.scrollTop = scroll.scrollHeight;
}

function markRead() {
  const last = here().at(-1);
  if (last) read.set(spot(chat(), topic), last.id);
}

function showNewest() {
  one(".newest").hidden = ended;
}

// Only scrolling up leaves the end; a picture that takes its height late does not.
scroll.addEventListener("scroll", () => {
  if (!state) return;
  ended = isAtEnd() || (ended && scroll.scrollTop >= lastTop);
  lastTop = scroll.scrollTop;
  showNewest();
  if (ended && unreadIn(chat(), here())) {
    markRead();
    showChats();
    showTopics();
  }
});
// The end stays on the screen when a picture comes, or the keyboard or a longer text take some of the height.
const resizing = new ResizeObserver(() => ended && toEnd());
resizing.observe(scroll);
resizing.observe(log);
one(".newest").addEventListener("click", toEnd);

// ---------------------------------------------------------------- toasts

function showToasts() {
  const before = toasted.get(me.id) ?? state.toasts.length;
  toasted.set(me.id, state.toasts.length);
  for (const toast of state.toasts.slice(before)) if (toast) pop(toast);
}

function pop(said) {
  const node = element("p", {}, said);
  one(".toasts").append(node);
  setTimeout(() => node.remove(), TOAST_SHOWS);
}

// ---------------------------------------------------------------- acting

// Does something at the server, if Telegram's apps would; what it did comes back as news.
async function attempt(path, body) {
  if (body.text?.length > LONGEST) {
    pop(worded(words["page-too-long"], { most: LONGEST, number: body.text.length }));
    return false;
  }
  try {
    await tell(path, { person: me.id, chat: chat().id, ...body });
    return true;
  } catch {
    pop(words["page-refused"]);
    return false;
  }
}

// What somebody writes themself, they see.
async function write(text, replyTo = null) {
  ended = true;
  const deed = kind === "private" ? "asked" : /\d/.test(text) ? "reported" : "wrote";
  const done = await attempt("write", { text, reply_to: replyTo, topic });
  if (done) guide.saw(deed);
  return done;
}

async function attach(file) {
  const reader = new FileReader();
  const read = new Promise((done) => reader.addEventListener("loadend", done));
  reader.readAsDataURL(file);
  await read;
  const content = String(reader.result ?? "").split(",")[1] ?? "";
  return attempt("attach", { name: file.name, content });
}

async function change(id, text) {
  const done = await attempt("edit", { message: id, text });
  if (done) guide.saw("corrected");
  return done;
}

async function press(message, data) {
  const done = await attempt("press", { message: message.id, data });
  if (done && /:(undo|change):/.test(data)) guide.saw("corrected");
}

async function jump(to) {
  guide.saw(to);
  await tell("clock", { jump: to }).catch(() => pop(words["page-refused"]));
}

async function speak(language) {
  await tell("language", { person: me.id, language });
  people = await ask("people");
  await become(people.find((person) => person.id === me.id));
}

const acts = {
  write,
  press,
  reply: (message) => writing.reply(message),
  edit: (message) => writing.edit(message),
  find,
  enlarge: (image) => {
    dialog.querySelector("img").src = image.src;
    dialog.querySelector("img").alt = image.alt;
    dialog.showModal();
    guide.saw("enlarged");
  },
  follow: (address) => visitTelegram(address),
  visit: (address) => {
    if (!visitTelegram(address)) window.open(address, "_blank", "noopener,noreferrer");
  },
};

// A link into Telegram stays in the demo: into the private chat, or a word about the group. False for any other link.
function visitTelegram(address) {
  const link = new URL(address);
  if (link.hostname !== "t.me") return false;
  const start = link.searchParams.get("start");
  if (link.searchParams.has("startgroup")) {
    open("group");
    pop(words["page-here"]);
  } else {
    open("private");
    write(start ? `/start ${start}` : "/start");
  }
  return true;
}

const writing = composer({
  send: write,
  attach,
  change,
  commands: () => ask("commands", { person: me.id, chat: chat().id }),
  lastOwn: () => here().findLast((message) => message.sender?.id === me.id),
  ready: () => state !== null,
  words: () => words,
});

const about = info({
  openTopic: async (name) => {
    const opened = await tell("topic", { person: me.id, chat: chat().id, name }).catch(() => pop(words["page-refused"]));
    if (!opened) return;
    chat().topics.push({ id: opened.topic, name });
    enter(opened.topic);
  },
});

const guide = tour({
  writeIn: (where, text) => {
    open(where);
    write(text);
  },
  jump: (to) => {
    open("group");
    jump(to);
  },
  words: () => words,
  posts: () => state?.posts ?? {},
  name: () => me.name,
});

for (const node of document.querySelectorAll("[data-jump]")) {
  node.addEventListener("click", () => jump(node.dataset.jump));
}
one(".about").addEventListener("click", about.open);
one(".language").addEventListener("click", () => speak(one(".language").lang).catch(() => pop(words["page-refused"])));

// Typing goes into the composer wherever the focus is.
document.addEventListener("keydown", (event) => {
  const typed = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (typed && !document.querySelector("dialog[open]")) one("textarea").focus();
});
dialog.addEventListener("click", () => dialog.close());

setInterval(showClock, 1000);

people = await ask("people");
const asked = location.hash.slice(1).split(":");
if (asked[1] === "private") kind = asked[1];
const language = navigator.language.startsWith("zh") ? "zh" : "en";
await become(
  people.find((person) => String(person.id) === asked[0]) ??
    people.find((person) => person.role === "seller" && person.language === language) ??
    people[0],
);

// Elements. Texts go in as text; only the server's sanitised HTML of a message is ever parsed (message.js).

export const one = (selector) => document.querySelector(selector);

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") made.addEventListener("click", value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(attributes, ...children) {
  return element("button", { type: "button", ...attributes }, ...children);
}

// A text with `values` put in where it says `{name}`.
export function worded(text, values) {
  return text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
}

export function face(name, hue) {
  return element("span", { class: `face hue-${hue}`, "aria-hidden": "true" }, [...name][0] ?? "");
}

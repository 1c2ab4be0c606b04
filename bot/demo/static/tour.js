// The tour: five things to try, one after the other. Doing one, by the tour's button or otherwise, leads to the next.

import { one, worded } from "./dom.js";

const PLACE = "tour"; // where the browser's tab remembers the step, so that a reload does not begin anew

export function tour({ writeIn, jump, words, posts, name }) {
  const section = one(".tour");
  const attempt = section.querySelector(".try");
  const skip = section.querySelector(".skip");
  // What leads on is `done`; a step with a `post` needs the team to have it; `label` is what the button says and does.
  const steps = [
    { word: "page-tour-report", done: "reported", label: () => words()["page-example"], act: (text) => writeIn("group", text) },
    { word: "page-tour-correct", done: "corrected" },
    { word: "page-tour-me", done: "asked", label: () => "/me", act: (text) => writeIn("private", text) },
    { word: "page-tour-board", done: "daily", post: "daily", label: () => labelOf("daily"), act: () => jump("daily") },
    { word: "page-tour-chart", done: "enlarged", post: "weekly", label: () => labelOf("weekly"), act: () => jump("weekly") },
  ];
  let at = Number(sessionStorage.getItem(PLACE) ?? 0); // the step; after the last the farewell; -1 when dismissed

  const labelOf = (post) => worded(words()[`page-to-${post}`], { time: posts()[post] });

  function show() {
    section.hidden = at < 0;
    one(".guide").setAttribute("aria-expanded", String(at >= 0));
    if (at < 0) return;
    const step = steps[at];
    const told = worded(words()[step ? step.word : "page-tour-end"], { name: name(), time: posts()[step?.post] });
    say(section.querySelector("p"), step ? `${at + 1}/${steps.length} ${told}` : told);
    attempt.hidden = !step?.act;
    skip.hidden = !step;
    if (step?.act) say(attempt, step.label());
  }

  // Touches nothing that stays as it is: a screen reader says anew what is set anew.
  function say(node, text) {
    if (node.textContent !== text) node.textContent = text;
  }

  function go(to) {
    at = to;
    while (steps[at]?.post && posts()[steps[at].post] === null) at += 1; // the team has switched that post off
    sessionStorage.setItem(PLACE, String(at));
    show();
  }

  function saw(deed) {
    if (steps[at]?.done === deed) go(at + 1);
  }

  attempt.addEventListener("click", () => steps[at].act(attempt.textContent));
  skip.addEventListener("click", () => go(at + 1));
  section.querySelector(".end").addEventListener("click", () => go(-1));
  one(".guide").addEventListener("click", () => go(at < 0 ? 0 : -1));

  return { show, saw };
}

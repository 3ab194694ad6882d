/** Leaving at once: the screen goes blank, the conversation is wiped, the history entry is replaced. */

const PRESSES_TO_LEAVE = 3;
const PRESSES_COUNT_FOR_MS = 5000;

const notice = document.getElementById("leaving");
const farewells = [];
let presses = 0;
let shiftAlone = false;
let expiry;

/** Registers what has to happen (quickly, without waiting) before the page is left. */
export function beforeLeaving(farewell) {
  farewells.push(farewell);
}

function leave() {
  const { href } = document.querySelector("a.exit");
  document.documentElement.replaceChildren();
  try {
    farewells.forEach((farewell) => farewell());
  } finally {
    location.replace(href);
  }
}

function forgetPresses() {
  clearTimeout(expiry);
  presses = 0;
}

function expire() {
  forgetPresses();
  notice.textContent = notice.dataset.expired;
}

function countPress() {
  presses += 1;
  if (presses === PRESSES_TO_LEAVE) return leave();
  if (presses === 1) expiry = setTimeout(expire, PRESSES_COUNT_FOR_MS);
  notice.textContent = presses === 1 ? notice.dataset.twoMore : notice.dataset.oneMore;
}

// Capital letters (Shift and a key) and Alt+Shift, which changes the keyboard's language, must never count.
document.addEventListener("keydown", (event) => {
  shiftAlone = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey;
  if (!shiftAlone) forgetPresses();
});

document.addEventListener("keyup", (event) => {
  if (event.key === "Shift" && shiftAlone) countPress();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("a.exit")) return;
  event.preventDefault();
  leave();
});

/** The conversation: what is sent, what comes back, and how all of it is forgotten. */

import { label, messageNode, noteNode, personNode } from "./cards.js";
import { beforeLeaving } from "./exit.js";

const PATIENCE_MS = 30_000;
const PAUSE_BEFORE_RETRY_MS = 1_500;

const page = document.body;
const log = document.getElementById("log");
const form = document.getElementById("form");
const input = document.getElementById("input");
const limit = document.getElementById("limit");
const waitingLine = document.getElementById("waiting");
const starters = document.getElementById("starters");
const chosenLanguage = new URLSearchParams(location.search).has("lang") ? document.documentElement.lang : undefined;

let conversation = newConversation();
let pending = null;

/** The service answered, but with an error; its message is meant for people. */
class Refusal extends Error {}

function newConversation() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Older phones lack randomUUID; this is the same kind of id (version 4).
  const digit = (mark) => (mark ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (mark / 4)))).toString(16);
  return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, digit);
}

async function post(text, signal) {
  const response = await fetch("/chat", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ conversation, text, language: chosenLanguage }),
    cache: "no-store",
    signal,
  });
  const reply = await response.json().catch(() => ({}));
  if (!response.ok || !reply.messages) throw new Refusal(reply.error?.message ?? "");
  return reply;
}

async function postWithRetry(text, signal) {
  try {
    return await post(text, signal);
  } catch (error) {
    if (error instanceof Refusal || signal.aborted) throw error;
    await new Promise((resume) => setTimeout(resume, PAUSE_BEFORE_RETRY_MS));
    return post(text, signal);
  }
}

async function ask(text) {
  const alarm = setTimeout((request) => request.abort(), PATIENCE_MS, pending);
  try {
    return await postWithRetry(text, pending.signal);
  } finally {
    clearTimeout(alarm);
  }
}

/** Sends one message; `shown` is what the person is seen to say, `restore` undoes on failure. */
async function send(shown, text, { restore = () => {}, again }) {
  if (pending) return;
  const asked = conversation;
  const echo = personNode(shown);
  begin(echo);
  const outcome = await ask(text).catch((error) => error);
  if (asked !== conversation) return;
  rest();
  if (outcome instanceof Error) {
    echo.remove();
    restore();
    complain(outcome, again);
  } else {
    answer(outcome, echo);
  }
}

function begin(echo) {
  page.classList.add("talking");
  log.querySelector(".trouble")?.remove();
  log.append(echo);
  echo.scrollIntoView({ block: "start" });
  pending = new AbortController();
  log.setAttribute("aria-busy", "true");
  waitingLine.textContent = label("One moment …");
  waitingLine.hidden = false;
}

function rest() {
  pending = null;
  waitingLine.hidden = true;
  waitingLine.textContent = "";
  log.setAttribute("aria-busy", "false");
}

function answer(reply, echo) {
  const nodes = reply.messages.map((message) => messageNode(message, choose));
  if (reply.degraded) nodes.unshift(noteNode(label("The assistant cannot be reached right now. This is a plain search.")));
  log.append(...nodes);
  echo.scrollIntoView({ block: "start" });
}

function complain(error, again) {
  const offline = label("There is no connection right now. Nothing that you wrote is lost.");
  const broken = label("That did not work. Nothing that you wrote is lost.");
  const text = error instanceof Refusal ? error.message || broken : offline;
  const note = noteNode(text, { label: label("Try again"), act: again });
  log.append(note);
  note.scrollIntoView({ block: "nearest" });
}

function choose(shown, payload) {
  return send(shown, payload, { again: () => choose(shown, payload) });
}

function sendTyped() {
  const text = input.value.trim();
  if (!text || pending) return;
  fill("");
  // What was typed meanwhile is kept behind what comes back.
  send(text, text, { restore: () => fill([text, input.value].filter(Boolean).join("\n")), again: sendTyped });
  input.focus();
}

function fill(text) {
  input.value = text;
  fit();
}

function fit() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
  const full = input.value.length >= input.maxLength;
  limit.textContent = full ? label("A message can have 2000 characters at most.") : "";
}

/** Forgets the conversation here and on the server; safe to call at any time. */
function wipe() {
  if (page.classList.contains("talking")) {
    pending?.abort();
    fetch(`/chat/${conversation}`, { method: "DELETE", keepalive: true }).catch(() => {});
  }
  conversation = newConversation();
  rest();
  log.replaceChildren();
  fill("");
  page.classList.remove("talking");
}

function startOver() {
  wipe();
  input.focus();
  limit.textContent = label("Everything has been deleted.");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  sendTyped();
});

input.addEventListener("input", fit);

input.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendTyped();
});

starters.addEventListener("click", (event) => {
  const starter = event.target.closest("button");
  if (!starter) return;
  choose(starter.textContent, starter.dataset.payload);
  // The button vanishes with the start view; a phone's keyboard should not pop up instead.
  (matchMedia("(pointer: coarse)").matches ? log : input).focus({ preventScroll: true });
});

document.getElementById("start-over").addEventListener("click", startOver);

// Also on every other way out (privacy page, other language, closed tab): Back must find nothing.
beforeLeaving(wipe);
window.addEventListener("pagehide", wipe);

document.querySelectorAll("fieldset").forEach((fieldset) => { fieldset.disabled = false; });

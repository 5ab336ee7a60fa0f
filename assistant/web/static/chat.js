// Asks without loading the page anew. Without this file the forms work by themselves.
"use strict";

const composer = document.getElementById("ask");
const field = document.getElementById("text");
const error = document.getElementById("text-error");
const log = document.getElementById("samtale");
const waiting = document.getElementById("waiting");

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.hasAttribute("data-ask")) return;
  event.preventDefault();
  if (log.getAttribute("aria-busy") === "true") return;
  const body = new FormData(form, event.submitter);
  const text = (body.get("text") || "").trim();
  if (text) ask(form, body, body.get("label") || text);
});

field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  composer.requestSubmit();
});

async function ask(form, body, question) {
  const typed = form === composer;
  showError("");
  log.setAttribute("aria-busy", "true");
  const turn = appendWaiting(question);
  if (typed) field.value = "";
  try {
    const answer = await send(form.action, body);
    turn.replaceWith(answer);
    document.getElementById("velkommen")?.remove();
    bringIntoView(answer);
  } catch (failure) {
    turn.remove();
    if (typed) field.value = field.value ? `${question}\n${field.value}` : question;
    showError(failure.sentence || composer.dataset.offline, failure.loggedOut);
  } finally {
    log.setAttribute("aria-busy", "false");
    field.focus({ preventScroll: true });
  }
}

async function send(address, body) {
  let response = await post(address, body);
  if (response.status === 403 && (await renewSecret())) {
    body.set("csrf_token", composer.elements.csrf_token.value);
    response = await post(address, body);
  }
  const html = await response.text();
  if (!response.ok) throw { sentence: html.trim(), loggedOut: response.status === 401 };
  const parsed = document.createElement("template");
  parsed.innerHTML = html.trim();
  return parsed.content.querySelector("article");
}

async function post(address, body) {
  try {
    return await fetch(address, {
      method: "POST",
      body: new URLSearchParams(body),
      headers: { "X-Rytme-Fragment": "1" },
      signal: AbortSignal.timeout(Number(composer.dataset.timeoutMs)),
    });
  } catch (failure) {
    const late = failure.name === "TimeoutError";
    throw { sentence: late ? composer.dataset.timeout : composer.dataset.offline };
  }
}

// Whoever logged in anew in another tab has a new secret; this page still holds the old one.
async function renewSecret() {
  const page = await fetch("/", { redirect: "manual" }).catch(() => null);
  if (!page?.ok) return false;
  const parsed = new DOMParser().parseFromString(await page.text(), "text/html");
  const secret = parsed.querySelector("#ask [name=csrf_token]")?.value;
  for (const each of document.getElementsByName("csrf_token")) each.value = secret;
  return Boolean(secret);
}

function appendWaiting(question) {
  const turn = waiting.content.firstElementChild.cloneNode(true);
  turn.querySelector("[data-question]").textContent = question;
  document.getElementById("seneste")?.removeAttribute("id");
  log.append(turn);
  bringIntoView(turn);
  return turn;
}

function bringIntoView(turn) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  turn.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}

function showError(sentence, loggedOut = false) {
  error.hidden = !sentence;
  error.textContent = sentence;
  if (sentence) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  if (!loggedOut) return;
  const link = document.createElement("a");
  link.href = composer.dataset.login;
  link.target = "_blank";
  link.textContent = composer.dataset.loginLabel;
  error.append(" ", link);
}

window.addEventListener("offline", () => showError(composer.dataset.offline));
window.addEventListener("online", () => showError(""));
const latest = document.getElementById("seneste");
if (latest) latest.scrollIntoView({ block: "start" });
field.focus({ preventScroll: true });

// Saves a draft while somebody types: form[data-autosave] names the account. Until the server has it, what is typed is kept
// in this browser too. Without this script the "Save draft" button does the same.

const PAUSE = 2000;
const LONGEST_PAUSE = 15000;
const LONGEST_RETRY = 60000;

const form = document.querySelector("form[data-autosave]");
const status = form?.querySelector("[data-autosave-status]");

let typed = 0;
let saved = 0;
let timer = 0;
let begun = 0;
let retry = 5000;
let stopped = false;
let underWay = null;

const SENT = "catena:sent";

const key = () => `catena:typed:${form.dataset.autosave}:${new URL(form.action, location.href).pathname}`;
const revision = () => Number(form.querySelector("input[name=revision]").value);
const time = (instant) => new Date(instant).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
const say = (sentence) => { if (status.textContent !== sentence) status.textContent = sentence; };

function content() {
  const parameters = new URLSearchParams(new FormData(form));
  parameters.delete("_csrf");
  return parameters;
}

function keepHere() {
  try {
    localStorage.setItem(key(), JSON.stringify({ at: Date.now(), revision: revision(), content: content().toString() }));
  }
  catch {
    // No room, or not allowed: the server is the place where drafts are kept.
  }
}

function forget(name) {
  try {
    localStorage.removeItem(name);
  }
  catch {
    // Not allowed; then nothing was kept either.
  }
}

// A button sends the form, and with it what is kept here.
function noteSent() {
  try {
    sessionStorage.setItem(SENT, key());
  }
  catch {
    // Not allowed; then the copy is offered once too often.
  }
}

// What a button sent has arrived when the draft has another address or another revision now.
function forgetWhatArrived() {
  try {
    const sent = sessionStorage.getItem(SENT);
    const kept = sent && JSON.parse(localStorage.getItem(sent));
    sessionStorage.removeItem(SENT);
    if (kept && (sent !== key() || revision() > kept.revision)) {
      forget(sent);
    }
  }
  catch {
    // Nothing can be read, so nothing is kept.
  }
}

function keptHere() {
  try {
    return JSON.parse(localStorage.getItem(key()));
  }
  catch {
    return null;
  }
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

function changed(event) {
  if (event.target.name === "remark") {
    return;
  }
  typed++;
  keepHere();
  if (!stopped) {
    begun = begun || Date.now();
    later(Math.max(0, Math.min(PAUSE, begun + LONGEST_PAUSE - Date.now())));
  }
}

async function renewToken() {
  const page = new DOMParser().parseFromString(await (await fetch(form.action)).text(), "text/html");
  const token = page.querySelector("form[data-autosave] input[name=_csrf]");
  if (token) {
    form.querySelector("input[name=_csrf]").value = token.value;
  }
  return token !== null;
}

function send() {
  const body = new URLSearchParams(new FormData(form));
  body.append("autosave", "yes");
  return fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
}

function tryAgain(sentence) {
  say(sentence);
  later(retry);
  retry = Math.min(2 * retry, LONGEST_RETRY);
}

async function attempt() {
  const version = typed;
  const before = key();
  begun = 0;
  let answer;
  try {
    answer = await send();
    if (answer.status === 403 && await renewToken()) {
      answer = await send();
    }
  }
  catch {
    tryAgain("No connection. What you type is kept in this browser; it will be saved when the server answers.");
    return;
  }
  if (answer.ok) {
    const { address, revision } = await answer.json();
    form.querySelector("input[name=revision]").value = revision;
    if (new URL(form.action, location.href).pathname !== address) {
      form.setAttribute("action", address);
      history.replaceState(null, "", address);
    }
    saved = version;
    retry = 5000;
    forget(before);
    say(`Saved at ${time(Date.now())}`);
    if (typed > saved) {
      keepHere();
      later(PAUSE);
    }
  }
  else if (answer.status === 401 || answer.status === 403) {
    tryAgain("Your session has ended. What you type is kept in this browser. Press “Save draft” to log in and save it.");
  }
  else if (answer.status === 409) {
    stopped = true;
    say("Somebody else has saved this too. Press “Save draft”: you will see both.");
  }
  else if (answer.status >= 500) {
    tryAgain("The server could not save this. What you type is kept in this browser; it is tried again.");
  }
  else {
    stopped = true;
    say("This could not be saved by itself. Press “Save draft” to see why.");
  }
}

async function save() {
  clearTimeout(timer);
  if (underWay || stopped || typed === saved) {
    return;
  }
  underWay = attempt();
  await underWay;
  underWay = null;
}

function offer(kept) {
  const words = document.createElement("p");
  words.append(`This browser holds what you typed at ${time(kept.at)} and could not save. `);
  const put = document.createElement("button");
  const drop = document.createElement("button");
  put.type = drop.type = "button";
  put.className = drop.className = "button button--quiet";
  put.textContent = "Put it back";
  drop.textContent = "Forget it";
  const box = document.createElement("div");
  box.className = "notice people-kept-here";
  box.setAttribute("role", "status");
  words.append(put, " ", drop);
  box.append(words);
  form.before(box);
  drop.addEventListener("click", () => {
    forget(key());
    box.remove();
  });
  // The server joins it with what was saved since.
  put.addEventListener("click", () => {
    const again = document.createElement("form");
    again.method = "post";
    again.action = form.action;
    again.hidden = true;
    const parameters = new URLSearchParams(kept.content);
    parameters.append("_csrf", form.querySelector("input[name=_csrf]").value);
    parameters.append("save", "");
    for (const [name, value] of parameters) {
      const field = document.createElement("textarea");
      field.name = name;
      field.value = value;
      again.append(field);
    }
    document.body.append(again);
    forget(key());
    again.submit();
  });
}

if (form && status) {
  forgetWhatArrived();
  const kept = keptHere();
  if (kept && kept.content !== content().toString()) {
    offer(kept);
  }
  else if (kept) {
    forget(key());
  }
  form.addEventListener("input", changed);
  addEventListener("online", () => save());
  // A button takes over: nothing is saved behind its back.
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (underWay) {
      event.preventDefault();
      const button = event.submitter;
      underWay.then(() => form.requestSubmit(button));
      return;
    }
    stopped = true;
    noteSent();
  });
  // The browser's "back" brings the page as it was left.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      stopped = false;
    }
  });
}

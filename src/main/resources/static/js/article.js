// Marks claims by stance, point, kind and claimant without a new page. The server answers the same address with the
// same page, whose parts replace those here; without this module the form sends itself.

const form = document.querySelector("form.filter");
const count = document.getElementById("marked");
let asking = null;
let shown = location.search;

function address() {
  const url = new URL(form.action);
  url.hash = "";
  for (const [name, value] of new FormData(form)) {
    if (value !== "") {
      url.searchParams.set(name, value);
    }
  }
  return url;
}

function choose(choices) {
  for (const select of form.querySelectorAll("select")) {
    select.value = choices.get(select.name) ?? "";
  }
}

async function mark(url) {
  shown = url.search;
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(url, { headers: { Accept: "text/html" }, signal: asking.signal });
    if (!answer.ok) {
      throw new Error(`status of ${answer.status}`);
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      part.replaceChildren(...document.importNode(page.getElementById(part.id), true).childNodes);
    }
    // Last, so that it is read out when all is done.
    count.replaceChildren(...document.importNode(page.getElementById(count.id), true).childNodes);
  }
  catch (error) {
    if (error.name !== "AbortError") {
      location.assign(url);
    }
  }
}

function follow() {
  const url = address();
  if (url.search !== shown) {
    history.pushState(null, "", url);
    mark(url);
  }
}

if (form && count) {
  form.addEventListener("change", follow);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    follow();
  });
  document.addEventListener("click", (event) => {
    const all = event.target.closest("#filter-all a, #edition-text .empty a");
    if (all && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      form.querySelector("select").focus();
      choose(new URLSearchParams());
      follow();
    }
  });
  addEventListener("popstate", () => {
    // Between two places of the same page the choice of claims is the same.
    if (location.search !== shown) {
      choose(new URLSearchParams(location.search));
      mark(new URL(location.pathname + location.search, location.origin));
    }
  });
}

// All words of a claim are lit while its note, or one of its words, is pointed at or has the focus.
const text = document.getElementById("edition-text");

function claimAt(element) {
  const note = element.closest(".note");
  if (note) {
    return note.id.slice("n-".length);
  }
  const reference = element.closest(".ref a");
  if (reference) {
    return reference.id.slice("r-".length);
  }
  return element.closest("mark[data-claims]")?.dataset.claims.split(" ").pop().split("/").pop();
}

function light(event) {
  const claim = claimAt(event.target);
  for (const lit of text.querySelectorAll(".is-lit")) {
    lit.classList.remove("is-lit");
  }
  if (claim) {
    text.querySelector(`#n-${CSS.escape(claim)}`)?.classList.add("is-lit");
    for (const words of text.querySelectorAll("mark[data-claims]")) {
      words.classList.toggle("is-lit", words.dataset.claims.split(" ").some((key) => key.endsWith(`/${claim}`)));
    }
  }
}

text?.addEventListener("pointerover", light);
text?.addEventListener("focusin", light);

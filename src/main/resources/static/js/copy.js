// Shows the buttons that copy a text: data-copy names the element whose text it is. What came of it is said beside it.

async function copy(button) {
  const element = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    status.textContent = "Copied";
  }
  catch {
    // Not over an insecure connection, not without permission.
    getSelection().selectAllChildren(element);
    status.textContent = "Selected: copy it with the keyboard";
  }
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

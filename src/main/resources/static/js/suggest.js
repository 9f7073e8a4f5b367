// Suggestions while a query is typed: a combobox as in the ARIA Authoring Practices (list autocomplete, manual
// selection). Without this module the box is an ordinary one.

const PAUSE = 150; // milliseconds without a key before anything is asked
const SHORTEST = 2;

let boxes = 0;

class SuggestBox {
  constructor(input) {
    this.input = input;
    this.active = -1;
    this.options = [];
    const id = `suggest-${++boxes}`;

    const frame = document.createElement('div');
    frame.className = 'suggest';
    input.replaceWith(frame);
    frame.append(input);
    if (document.activeElement !== input && input.autofocus) input.focus();

    this.list = document.createElement('ul');
    this.list.id = id;
    this.list.className = 'suggest__list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Suggestions');
    this.list.hidden = true;
    this.status = document.createElement('div');
    this.status.className = 'visually-hidden';
    this.status.setAttribute('role', 'status');
    frame.append(this.list, this.status);

    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', id);
    input.addEventListener('input', () => this.later());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    // Before the box loses focus.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) this.go(this.options.indexOf(option));
    });
  }

  later() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim().length < SHORTEST) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asking = new AbortController();
    try {
      const address = new URL('/suggest', document.baseURI);
      address.searchParams.set('q', this.input.value);
      const answer = await fetch(address, { signal: this.asking.signal });
      if (answer.ok) {
        const [, texts, kinds, addresses] = await answer.json();
        this.show(texts, kinds, addresses);
      }
    } catch {
      this.close(); // no suggestions; the search works as ever
    }
  }

  show(texts, kinds, addresses) {
    if (document.activeElement !== this.input || texts.length === 0) {
      this.close();
      return;
    }
    this.options = texts.map((text, i) => {
      const option = document.createElement('li');
      option.id = `${this.list.id}-${i}`;
      option.className = 'suggest__option';
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.dataset.address = addresses[i];
      const label = document.createElement('span');
      label.textContent = text;
      const kind = document.createElement('span');
      kind.className = 'suggest__kind';
      kind.textContent = kinds[i];
      option.append(label, ' ', kind);
      return option;
    });
    this.list.replaceChildren(...this.options);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.choose(-1);
    this.status.textContent = texts.length === 1 ? '1 suggestion' : `${texts.length} suggestions`;
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.list.hidden = true;
    this.list.replaceChildren();
    this.options = [];
    this.choose(-1);
    this.input.setAttribute('aria-expanded', 'false');
    this.status.textContent = '';
  }

  choose(number) {
    this.options[this.active]?.setAttribute('aria-selected', 'false');
    this.active = number;
    const option = this.options[number];
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  key(event) {
    const last = this.options.length - 1;
    if (event.isComposing || last < 0) return;
    if (event.key === 'ArrowDown') this.choose(this.active === last ? -1 : this.active + 1);
    else if (event.key === 'ArrowUp') this.choose(this.active === -1 ? last : this.active - 1);
    else if (event.key === 'Escape') this.close();
    else if (event.key === 'Enter' && this.active >= 0) this.go(this.active);
    else return;
    event.preventDefault();
  }

  go(number) {
    window.location.assign(this.options[number].dataset.address);
  }
}

document.querySelectorAll('input[data-suggest]').forEach((input) => new SuggestBox(input));

// Marks claims in a text by mouse, touch and keyboard. The page is a form that works without this module: a sentence is
// chosen by its number, or a quote is pasted. Here the words that are chosen fill the form, keys choose values, and what
// is likely is asked for anew. What a quote is, where it stands and whether it will do, the server decides.

const CONTEXT = 32; // characters before and after a quote, at least
const PAUSE = 250; // milliseconds before likely points are asked for
const STORED = 'catena.marking-keys';

const view = document.querySelector('[data-marking]');
const root = view?.querySelector('[data-text]');
const form = view?.querySelector('[data-entry]');
const panel = document.getElementById('entry');
const status = view?.querySelector('[data-status]');

function say(words) {
  status.textContent = '';
  setTimeout(() => { status.textContent = words; }, 50);
}

// The text as the archive has it: paragraphs parted by a blank line, "## " before a subhead, no numbers.
class Text {
  constructor(element) {
    this.nodes = [];
    this.value = '';
    for (const paragraph of element.querySelectorAll('p')) {
      if (this.value !== '') this.value += '\n\n';
      if (paragraph.dataset.subhead) this.value += '## ';
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
        if (node.nodeType === Node.ELEMENT_NODE) {
          return 'aside' in node.dataset ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
        }
        return NodeFilter.FILTER_ACCEPT;
      });
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        this.nodes.push({ node, start: this.value.length });
        this.value += node.data;
      }
    }
  }

  // The place of the end of a range; one that is not in the words counts as the nearest word after it.
  place(container, offset) {
    const point = document.createRange();
    point.setStart(container, offset);
    for (const { node, start } of this.nodes) {
      if (node === container) return start + offset;
      if (point.comparePoint(node, 0) >= 0) return start;
    }
    return this.value.length;
  }

  // The first place of the words of an element, and the place after its last.
  span(element) {
    const own = this.nodes.filter(({ node }) => element.contains(node));
    const last = own[own.length - 1];
    return own.length > 0 ? { start: own[0].start, end: last.start + last.node.data.length } : null;
  }

  range({ start, end }) {
    const range = document.createRange();
    for (const { node, start: first } of this.nodes) {
      const last = first + node.data.length;
      if (first <= start && start < last) range.setStart(node, start - first);
      if (first < end && end <= last) range.setEnd(node, end - first);
    }
    return range;
  }

  // The quote with as much around it as tells it from the same words elsewhere.
  quote({ start, end }) {
    const exact = this.value.slice(start, end);
    for (let context = CONTEXT; ; context *= 2) {
      const from = this.whole(Math.max(0, start - context));
      const to = this.whole(Math.min(this.value.length, end + context));
      const words = this.value.slice(from, to);
      const alone = this.value.indexOf(words) === this.value.lastIndexOf(words);
      if (alone || context > 4000) return { exact, prefix: this.value.slice(from, start), suffix: this.value.slice(end, to) };
    }
  }

  // Never between the two halves of a character.
  whole(place) {
    const unit = this.value.charCodeAt(place);
    return unit >= 0xDC00 && unit <= 0xDFFF ? place - 1 : place;
  }

  words() {
    this.ends ??= [...this.value.matchAll(/\S+/g)].map((word) => ({ start: word.index, end: word.index + word[0].length }));
    return this.ends;
  }
}

class Marking {
  constructor() {
    this.text = new Text(root);
    this.sentences = [...root.querySelectorAll('[data-sentence]')];
    this.current = this.sentences.findIndex((sentence) => sentence.getAttribute('aria-current') === 'true');
    this.editing = form.elements.number.value !== '0';
    this.dirty = false;
    this.narrow = matchMedia('(max-width: 59.99rem)');
    this.chosen = this.find();
    this.show();
  }

  // Where the quote in the form stands.
  find() {
    const { prefix, exact, suffix } = this.fields();
    const words = exact.value.trim();
    const at = words === '' ? -1 : this.text.value.indexOf(prefix.value + words + suffix.value);
    return at < 0 ? null : { start: at + prefix.value.length, end: at + prefix.value.length + words.length };
  }

  fields() {
    return { exact: form.elements['claim-exact'], prefix: form.elements['claim-prefix'], suffix: form.elements['claim-suffix'] };
  }

  show() {
    if (!CSS.highlights) return;
    CSS.highlights.delete('chosen');
    if (this.chosen) CSS.highlights.set('chosen', new Highlight(this.text.range(this.chosen)));
  }

  quote(span, aloud) {
    if (!span || span.end <= span.start) return;
    this.chosen = span;
    const { exact, prefix, suffix } = this.text.quote(span);
    const fields = this.fields();
    if (fields.exact.value !== exact) {
      fields.exact.value = exact;
      this.dirty ||= this.editing;
    }
    fields.prefix.value = prefix;
    fields.suffix.value = suffix;
    this.show();
    if (aloud) say(exact);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asking?.abort();
    this.asking = new AbortController();
    const { exact, prefix, suffix } = this.fields();
    const address = new URL(view.dataset.likely, document.baseURI);
    const asked = { exact: exact.value.slice(0, 4000), prefix: prefix.value.slice(-500), suffix: suffix.value.slice(0, 500) };
    Object.entries(asked).forEach(([name, value]) => address.searchParams.set(name, value));
    try {
      const answer = await fetch(address, { signal: this.asking.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      view.querySelector('[data-likely-points]').replaceChildren(...document.importNode(page.body, true).childNodes);
    } catch {
      // The form works without.
    }
  }

  go(index) {
    const sentence = this.sentences[index];
    if (!sentence) {
      say(index < 0 ? 'This is the first sentence.' : 'This is the last sentence.');
      return;
    }
    if (this.editing) {
      if (this.dirty) say('This claim has changes that are not saved. Save it with Control and Enter first.');
      else location.assign(sentence.querySelector('a').href.replace('#entry', ''));
      return;
    }
    this.sentences[this.current]?.removeAttribute('aria-current');
    this.current = index;
    sentence.setAttribute('aria-current', 'true');
    form.querySelector('[data-sentence-number]').value = sentence.dataset.sentence;
    this.quote(this.text.span(sentence), false);
    const claims = sentence.querySelectorAll('a.marking__ref').length;
    const link = sentence.querySelector('a.marking__number');
    link.focus({ preventScroll: true });
    sentence.scrollIntoView({ block: 'center' });
    say(`${claims === 0 ? 'No claim begins here' : claims === 1 ? 'One claim begins here' : `${claims} claims begin here`}: ${this.text.value.slice(this.chosen.start, this.chosen.end)}`);
  }

  move(end, step) {
    if (!this.chosen) return;
    const words = this.text.words();
    let { start, end: last } = this.chosen;
    if (end) {
      const next = step > 0 ? words.find((word) => word.end > last) : words.findLast((word) => word.end < last);
      if (next && next.end > start) last = next.end;
    } else {
      const next = step > 0 ? words.find((word) => word.start > start) : words.findLast((word) => word.start < start);
      if (next && next.start < last) start = next.start;
    }
    this.quote({ start, end: last }, true);
  }

  // What was selected with mouse or finger.
  select() {
    const selection = getSelection();
    if (selection.rangeCount === 0 || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return;
    const start = this.text.place(range.startContainer, range.startOffset);
    const words = this.text.value.slice(start, this.text.place(range.endContainer, range.endOffset));
    const trimmed = words.trim();
    if (trimmed === '') return;
    const first = start + words.indexOf(trimmed);
    this.quote({ start: first, end: first + trimmed.length }, false);
    const sentence = this.sentences.findLastIndex((each) => (this.text.span(each)?.start ?? Infinity) <= first);
    if (sentence >= 0 && !this.editing) {
      this.sentences[this.current]?.removeAttribute('aria-current');
      this.current = sentence;
      this.sentences[sentence].setAttribute('aria-current', 'true');
      form.querySelector('[data-sentence-number]').value = this.sentences[sentence].dataset.sentence;
    }
  }

  overlooked() {
    const numbers = [...view.querySelectorAll('[data-go]')].map((link) => Number(link.dataset.go));
    const here = this.current + 1;
    const next = numbers.find((number) => number > here) ?? numbers[0];
    if (next) this.go(next - 1);
    else say('No other sentence looks like a claim.');
  }

  openSheet(open) {
    view.classList.toggle('marking--open', open);
    if (open && this.narrow.matches) {
      this.sentences[this.current]?.scrollIntoView({ block: 'start' });
      panel.focus({ preventScroll: true });
    }
  }

  toText() {
    this.openSheet(false);
    (this.sentences[this.current]?.querySelector('a.marking__number') ?? root).focus();
  }

  link(number) {
    const field = form.elements['claim-about'];
    const numbers = field.value.split(/[\s,;]+/).filter((each) => each !== '');
    if (!numbers.includes(number)) numbers.push(number);
    field.value = numbers.join(', ');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    say(`About points ${field.value}`);
  }

  save(next) {
    say('Saving');
    form.requestSubmit(form.querySelector(next ? '[data-next]' : '[data-stay]'));
  }
}

// Points by number or words: a combobox as in the ARIA Authoring Practices, for the last word of a list.
class PointBox {
  static made = 0;

  constructor(input, points) {
    this.input = input;
    this.points = points;
    this.options = [];
    this.active = -1;
    const frame = document.createElement('div');
    frame.className = 'suggest';
    input.replaceWith(frame);
    this.list = document.createElement('ul');
    this.list.id = `points-${++PointBox.made}`;
    this.list.className = 'suggest__list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Points');
    this.list.hidden = true;
    frame.append(input, this.list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    input.addEventListener('input', () => this.offer());
    input.addEventListener('focus', () => this.further());
    input.addEventListener('blur', () => this.close());
    input.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) this.take(this.options.indexOf(option));
    });
  }

  // What is typed next is another point.
  further() {
    if (/[^,;\s]\s*$/.test(this.input.value)) this.input.value = `${this.input.value.trim()}, `;
  }

  // What is typed after the last comma.
  typed() {
    return /([^,;]*)$/.exec(this.input.value)[1].trim().toLowerCase();
  }

  offer() {
    const typed = this.typed();
    const words = typed.split(/\s+/);
    const found = typed === '' ? [] : this.points.filter(({ number, words: title }) =>
      /^\d/.test(typed) ? number.startsWith(typed) : words.every((word) => title.includes(word))).slice(0, 8);
    if (found.length === 0) {
      this.close();
      return;
    }
    this.options = found.map(({ number, title }, i) => {
      const option = document.createElement('li');
      option.id = `${this.list.id}-${i}`;
      option.className = 'suggest__option';
      option.setAttribute('role', 'option');
      option.dataset.number = number;
      option.textContent = `${number} ${title}`;
      return option;
    });
    this.list.replaceChildren(...this.options);
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    const field = this.input.closest('.field').getBoundingClientRect();
    panel.scrollTop += field.top - panel.getBoundingClientRect().top - 16;
    this.choose(0);
    say(found.length === 1 ? '1 point' : `${found.length} points`);
  }

  choose(active) {
    this.active = active;
    this.options.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    const option = this.options[active];
    if (option) {
      option.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.options = [];
    this.choose(-1);
    this.input.setAttribute('aria-expanded', 'false');
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    // Enter takes a point; it never sends a form in which words are no point yet.
    if (event.key === 'Enter' && this.options.length === 0) event.preventDefault();
    if (this.options.length === 0) return;
    const last = this.options.length - 1;
    if (event.key === 'ArrowDown') this.choose(this.active === last ? 0 : this.active + 1);
    else if (event.key === 'ArrowUp') this.choose(this.active <= 0 ? last : this.active - 1);
    else if (event.key === 'Enter') this.take(this.active);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(number) {
    const option = this.options[number];
    if (!option) return;
    this.input.value = this.input.value.replace(/[^,;]*$/, '').replace(/([,;])$/, '$1 ') + option.dataset.number + ', ';
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
    say(`Points ${this.input.value}`);
  }
}

function isField(element) {
  return element instanceof HTMLElement && (element.matches('textarea, select, [contenteditable]')
    || (element.matches('input') && !['radio', 'checkbox', 'button', 'submit'].includes(element.type)));
}

function enabled() {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function start() {
  const marking = new Marking();
  const dialog = document.getElementById('keys');
  const single = dialog.querySelector('[data-single]');
  const field = (name) => form.elements[name];

  const points = [...view.querySelectorAll('[data-point]')].map((element) => ({
    number: element.dataset.point, title: element.textContent, words: element.textContent.toLowerCase(),
  }));
  view.querySelectorAll('[data-combobox]').forEach((input) => new PointBox(input, points));

  view.classList.add('marking--keys');
  single.checked = enabled();
  single.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, single.checked ? 'on' : 'off');
    } catch {
      // Without storage the choice holds for this page.
    }
    view.classList.toggle('marking--keys', single.checked);
  });
  view.classList.toggle('marking--keys', single.checked);
  for (const button of view.querySelectorAll('[data-keys-open], [data-close], [data-open]')) button.hidden = false;
  view.querySelector('[data-keys-open]').addEventListener('click', () => dialog.showModal());
  view.querySelector('[data-close]').addEventListener('click', () => marking.toText());
  view.querySelector('[data-open]').addEventListener('click', () => marking.openSheet(true));

  let selecting;
  document.addEventListener('selectionchange', () => {
    clearTimeout(selecting);
    selecting = setTimeout(() => marking.select(), 200);
  });
  root.addEventListener('click', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    const link = event.target.closest('a.marking__number');
    const sentence = event.target.closest('[data-sentence]');
    if (link && plain) {
      if (!marking.editing) {
        event.preventDefault();
        marking.go(marking.sentences.indexOf(sentence));
        marking.openSheet(true);
        // By keyboard on to the form.
        if (event.detail === 0) field('claim-about').focus();
      }
    } else if (sentence && plain && !event.target.closest('a') && getSelection().isCollapsed && !marking.editing) {
      marking.go(marking.sentences.indexOf(sentence));
    }
  });
  view.addEventListener('click', (event) => {
    const add = event.target.closest('button[name=link]');
    const go = event.target.closest('[data-go]');
    if (add) {
      event.preventDefault();
      marking.link(add.value);
    } else if (go && !marking.editing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      marking.go(Number(go.dataset.go) - 1);
    }
  });

  let sent = false;
  form.addEventListener('input', () => { marking.dirty = true; });
  form.addEventListener('change', () => { marking.dirty = true; });
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener('beforeunload', (event) => {
    if (marking.dirty && !sent) event.preventDefault();
  });
  addEventListener('pageshow', () => { sent = false; });

  const commands = {
    j: () => marking.go(marking.current + 1),
    k: () => marking.go(marking.current - 1),
    w: () => marking.move(false, 1),
    b: () => marking.move(false, -1),
    g: () => marking.overlooked(),
    f: () => { marking.openSheet(true); field('claim-about').focus(); },
    ',': () => { marking.openSheet(true); field('claim-paraphrase').focus(); },
    '.': () => { marking.openSheet(true); field('claim-confidence').focus(); },
    '?': () => dialog.showModal(),
  };

  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.isComposing || event.altKey || dialog.open) return;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      marking.save(!event.shiftKey);
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    if (key === 'Escape' && (panel.contains(target) || view.classList.contains('marking--open'))) {
      event.preventDefault();
      marking.toText();
      return;
    }
    if (isField(target)) return;
    if (root.contains(target) && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      marking.go(marking.current + (key === 'ArrowDown' ? 1 : -1));
      return;
    }
    if (event.shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft') && getSelection().isCollapsed) {
      event.preventDefault();
      marking.move(true, key === 'ArrowRight' ? 1 : -1);
      return;
    }
    if (!single.checked) return;
    if (event.shiftKey && /^Digit[1-5]$/.test(event.code)) {
      event.preventDefault();
      view.querySelectorAll('button[name=link]')[Number(event.code.at(-1)) - 1]?.click();
      return;
    }
    const command = commands[key];
    const value = key.length === 1 && !event.shiftKey ? form.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
    if (command) {
      event.preventDefault();
      command();
    } else if (value) {
      event.preventDefault();
      value.checked = true;
      value.dispatchEvent(new Event('change', { bubbles: true }));
      const group = value.closest('fieldset').querySelector('legend').textContent;
      say(`${group}: ${value.nextElementSibling.textContent}`);
    }
  });

  const errors = view.querySelector('.error-summary');
  const sentence = marking.sentences[marking.current];
  if (errors) {
    view.classList.add('marking--open');
    sentence?.scrollIntoView({ block: 'center' });
    errors.focus({ preventScroll: true });
  } else if (/[?&](sentence|claim)=/.test(location.search)) {
    sentence?.querySelector('a.marking__number').focus({ preventScroll: true });
    sentence?.scrollIntoView({ block: 'center' });
    if (marking.editing) view.classList.add('marking--open');
    const notice = panel.querySelector('.notice');
    if (notice) say(notice.textContent);
  }
}

if (view && root && form && status) start();

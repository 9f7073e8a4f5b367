/**
 * The keys n and p go to the next and the previous hit in an article. The links do the
 * same; single keys can be switched off, because speech input can press them by mistake
 * (WCAG 2.1.4).
 */
const STORED = 'catena.hit-keys'
const bar = document.querySelector('[data-hits]')

function current() {
  const at = /^#hit-(\d+)$/.exec(location.hash)
  return at ? Number(at[1]) : 0
}

function go(number) {
  if (number > 0 && document.getElementById(`hit-${number}`)) {
    location.hash = `hit-${number}`
  }
}

function isTyping(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
}

function enabled() {
  try {
    return localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

if (bar && document.getElementById('hit-2')) {
  const item = document.createElement('li')
  const label = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = enabled()
  label.append(box, ' Keys n and p go to the next and previous hit')
  item.append(label)
  bar.querySelector('ul').append(item)
  box.addEventListener('change', () => {
    try {
      localStorage.setItem(STORED, box.checked ? 'on' : 'off')
    } catch {
      // Without storage the choice holds for this page.
    }
  })
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) {
      return
    }
    if (event.key === 'n') {
      go(current() + 1)
    } else if (event.key === 'p') {
      go(current() - 1)
    }
  })
}

/**
 * All that the page does beyond reading: the filter, copy buttons, folded parts opened for a deep link and for print.
 * Without it everything is still there to read.
 */
export const SCRIPT = `
'use strict';
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash) reveal();

  let closed = [];
  addEventListener('beforeprint', () => { closed = all('details:not([open])'); for (const one of closed) one.open = true; });
  addEventListener('afterprint', () => { for (const one of closed) one.open = false; });

  if (navigator.clipboard) for (const command of all('.command')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(command.querySelector('code').textContent);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 1500);
    });
    command.append(button);
  }

  const filter = document.getElementById('filter');
  if (filter) {
    const cards = all('[data-card]').map((card) => ({ card, text: card.textContent.toLowerCase() }));
    const [words, severity, state, shown] = ['words', 'severity', 'state', 'shown'].map((name) => document.getElementById('filter-' + name));
    const apply = () => {
      let count = 0;
      for (const { card, text } of cards) {
        const match = text.includes(words.value.trim().toLowerCase())
          && (severity.value === '' || card.dataset.severity.split(' ').includes(severity.value))
          && (state.value === '' || card.dataset.state.split(' ').includes(state.value));
        card.hidden = !match;
        if (match) count += 1;
      }
      shown.textContent = count === cards.length ? '' : count + ' of ' + cards.length + ' shown';
    };
    for (const control of [words, severity, state]) control.addEventListener('input', apply);
    filter.hidden = false;
  }
})();
`;

const DESTRUCTIVE =
  'button.danger, form[action$="/delete"] button, form[action$="/cancel"] button, form[action$="/hide"] button';

/** Asks once more before what cannot be taken back. */
export const askBefore = (): void => {
  for (const button of document.querySelectorAll<HTMLButtonElement>(DESTRUCTIVE)) {
    button.addEventListener('click', (event) => {
      if (!confirm(`${button.textContent?.trim() ?? 'Do it'}? This cannot be taken back.`)) event.preventDefault();
    });
  }
};

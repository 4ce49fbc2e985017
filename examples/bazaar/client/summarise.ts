import { csrfToken, during, post } from './api.ts';

/** "Summarise for me" below a listing, for people who are logged in. What the model says is shown as text, never as markup. */
export const showSummaries = (): void => {
  if (csrfToken() === null) return;
  for (const box of document.querySelectorAll<HTMLElement>('[data-summarise]')) {
    const button = box.querySelector('button');
    const output = box.querySelector('p');
    if (button === null || output === null) continue;
    box.hidden = false;
    button.addEventListener('click', () => {
      void during(button, output, async () => {
        output.textContent = 'Reading the listing…';
        const { summary } = await post<{ summary: string }>('/api/assistant/summarise', {
          listingId: box.dataset['summarise'],
        });
        output.textContent = summary;
      });
    });
  }
};

import { during, post } from './api.ts';

/** Photo forms: sent by script, since a file needs the token in a header. */
export const sendPhotos = (): void => {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) {
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    form.append(status);
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void during(form.querySelector('button'), status, async () => {
        status.textContent = 'Uploading…';
        await post(form.dataset['upload'] ?? '', new FormData(form));
        location.reload();
      });
    });
  }
};

/** The session's token; null for a visitor. */
export const csrfToken = (): string | null =>
  document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? null;

/** Posts to the API of this site. Throws an error whose message may be shown. */
export const post = async <T>(path: string, body: FormData | object): Promise<T> => {
  const isForm = body instanceof FormData;
  const answer = await fetch(path, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'x-csrf-token': csrfToken() ?? '',
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: isForm ? body : JSON.stringify(body),
  }).catch(() => undefined);
  if (answer === undefined) throw new Error('There is no connection. Please try again.');
  const value = (await answer.json().catch(() => ({}))) as T & { error?: { message?: string } };
  if (!answer.ok) throw new Error(value.error?.message ?? 'That did not work. Please try again.');
  return value;
};

/** Runs what a button starts: it cannot be pressed twice, and what goes wrong is said in `status`. */
export const during = async (
  button: HTMLButtonElement | null,
  status: HTMLElement,
  work: () => Promise<void>,
): Promise<void> => {
  if (button) button.disabled = true;
  status.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : 'That did not work.';
  } finally {
    status.removeAttribute('aria-busy');
    if (button) button.disabled = false;
  }
};

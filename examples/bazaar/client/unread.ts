import { csrfToken } from './api.ts';

const isUnread = (data: unknown): data is { unread: number } =>
  typeof (data as { unread?: unknown } | null)?.unread === 'number';

/** The dot beside the inbox: on while something is unread, also when it arrives with the page open. */
export const showUnread = (): void => {
  const dot = document.querySelector<HTMLElement>('[data-unread]');
  if (dot === null || csrfToken() === null) return;
  const set = (unread: boolean): void => {
    dot.hidden = !unread;
    dot.title = unread ? 'Unread' : '';
  };
  const events = new EventSource('/api/events');
  events.addEventListener('unread', ({ data }: MessageEvent<string>) => {
    const value: unknown = JSON.parse(data);
    if (isUnread(value)) set(value.unread > 0);
  });
  events.addEventListener('notification', () => set(true));
  // A page that is kept for the back button must not hold a stream.
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
};

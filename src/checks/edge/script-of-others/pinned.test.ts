import { expect, test } from 'vitest';
import { isTaken, pinnedBy, type Pinned } from './pinned.ts';

test.each<[string, Pinned | null]>([
  ['https://unpkg.com/htmx.org', 'moving'],
  ['https://unpkg.com/htmx.org@2', 'moving'],
  ['https://unpkg.com/htmx.org@latest/dist/htmx.js', 'moving'],
  ['https://unpkg.com/htmx.org@2.0.4', 'exact'],
  ['https://unpkg.com/@babel/standalone/babel.min.js', 'moving'],
  ['https://unpkg.com/@babel/standalone@7.26.4/babel.min.js', 'exact'],
  ['https://unpkg.com/react@19.0.0-rc.1/index.js', 'exact'],
  ['https://unpkg.com/', null],
  ['https://cdn.jsdelivr.net/npm/alpinejs@3.x.x/dist/cdn.min.js', 'moving'],
  ['https://cdn.jsdelivr.net/npm/@tailwindcss/browser@4', 'moving'],
  ['https://cdn.jsdelivr.net/npm/bootstrap@5.3.3/dist/js/bootstrap.bundle.min.js', 'exact'],
  ['https://cdn.jsdelivr.net/gh/user/repo@main/a.js', 'moving'],
  ['https://cdn.jsdelivr.net/gh/user/repo/a.js', 'moving'],
  ['https://cdn.jsdelivr.net/gh/user/repo@3f9c1d2/a.js', 'exact'],
  ['https://cdn.jsdelivr.net/gh/user/repo@v1.2.3/a.js', 'exact'],
  ['https://esm.sh/v135/preact@10.25.4', 'exact'],
  ['https://esm.sh/preact', 'moving'],
  ['https://ga.jspm.io/npm:lit@3.2.1/index.js', 'exact'],
  ['https://cdnjs.cloudflare.com/ajax/libs/jquery/3.7.1/jquery.min.js', 'exact'],
  ['https://ajax.googleapis.com/ajax/libs/jquery/3.7.1/jquery.min.js', 'exact'],
  ['https://ajax.googleapis.com/ajax/libs/jquery/3/jquery.min.js', 'moving'],
  ['https://code.jquery.com/jquery-3.7.1.min.js', 'exact'],
  ['https://cdn.tailwindcss.com', 'moving'],
  ['https://cdn.tailwindcss.com?plugins=forms', 'moving'],
  ['https://cdn.tailwindcss.com/3.4.16', 'exact'],
  ['https://js.stripe.com/v3/', null],
  ['https://www.googletagmanager.com/gtag/js?id=G-1', null],
  ['https://unpkg.com.evil.example/htmx.org', null],
])('%s: %s', (url, expected) => {
  expect(pinnedBy(new URL(url))).toBe(expected);
});

test('sold domains are known with all that is below them, and with nothing that ends alike', () => {
  expect(['polyfill.io', 'cdn.polyfill.io', 'cdn.bootcss.com'].map(isTaken)).toEqual([true, true, true]);
  expect(['notpolyfill.io', 'polyfill.io.example', 'cdnjs.cloudflare.com'].map(isTaken)).toEqual([false, false, false]);
});

import { escapeHtml } from '../src/http/html.ts';
import type { CaughtMail } from './mail.ts';

const linked = (text: string): string =>
  escapeHtml(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const article = ({ to, from, subject, text, receivedAt }: CaughtMail): string =>
  `<article><h2>${escapeHtml(subject)}</h2><p>to <b>${escapeHtml(to)}</b> from ${escapeHtml(from)} at ${receivedAt.slice(11, 19)}</p><pre>${linked(text)}</pre></article>`;

/** What was caught, newest first; its links work. */
export const mailboxPage = (caught: readonly CaughtMail[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="refresh" content="5">
<title>Caught mail (${caught.length})</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}article{border:1px solid #8886;border-radius:.75rem;padding:0 1rem;margin:1rem 0}h2{font-size:1.1rem;margin:1rem 0 0}p{opacity:.75;margin:.25rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}</style>
<h1>Caught mail</h1>
${caught.length === 0 ? '<p>None yet. Whatever Bazaar sends will stand here; nothing leaves this machine.</p>' : caught.toReversed().map(article).join('\n')}
</html>`;

import { createHash } from 'node:crypto';

export const OWN_SCRIPT = 'document.documentElement.dataset.own = "ran";';

const OWN_DIGEST = `sha384-${createHash('sha384').update(OWN_SCRIPT).digest('base64')}`;
const INLINE = 'window.inline = 1;';
const INLINE_HASH = `sha256-${createHash('sha256').update(INLINE).digest('base64')}`;
const HANDLER_HASH = `sha256-${createHash('sha256').update('go()').digest('base64')}`;

/** Everything that a policy may speak of in markup. `inHead`: more of it. */
export const trialPage = (port: number, inHead: string): string => `<!doctype html><html><head><title>Shop</title>
<script>window.early = 1;</script>${inHead}
<script>${INLINE}</script><script nonce="abc">window.nonced = 1;</script><script nonce="other">window.other = 1;</script>
<script type="module">window.module = 1;</script><script type="application/ld+json">{}</script>
<script src="/own.js"></script><script src="/own.js?2" integrity="${OWN_DIGEST}"></script>
<script src="https://cdn.test:${port}/lib.js"></script><script nonce="abc" src="https://cdn.test:${port}/lib.js?nonced"></script>
<script src="https://cdn.test:${port}/deep/lib.js"></script><script src="data:text/javascript,1"></script>
<script nomodule src="/old.js"></script><!-- <script src="/not-there.js"></script> -->
<style>p { margin: 0 }</style><style nonce="abc">p { margin: 1px }</style>
<link rel="stylesheet" href="https://cdn.test:${port}/style.css"><link rel="stylesheet" href="/own.css">
</head><body onload="go()"><p style="color: red" onclick="go()">x</p><textarea><script src="/text.js"></script></textarea>
<img src="https://cdn.test:${port}/photo.svg" alt=""><img src="/own.svg" alt=""><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<iframe src="https://cdn.test:${port}/frame"></iframe><iframe src="/frame"></iframe>
<iframe srcdoc="hello" src="https://cdn.test:${port}/frame?srcdoc"></iframe>
<script type="importmap">{ "imports": {} }</script>
<object data="/own.pdf"></object><video src="/film.mp4"></video><audio src="https://cdn.test:${port}/sound.mp3"></audio>
</body></html>`;

/** A policy of the header, and markup in the head; PORT stands for that of the server. */
export const POLICIES: readonly (readonly [policy: string, inHead: string])[] = [
  ["default-src 'self'", ''],
  ["default-src 'none'", ''],
  ['default-src *', ''],
  ['default-src https:', ''],
  ["default-src 'self' https: data: 'unsafe-inline'", ''],
  ["script-src 'self'", ''],
  ["script-src 'SELF' 'Unsafe-Inline'", ''],
  ["script-src 'self' 'unsafe-inline' 'nonce-abc'", ''],
  ["script-src 'nonce-abc'", ''],
  ["script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'", ''],
  ["script-src 'strict-dynamic' 'self'", ''],
  [`script-src 'self' '${INLINE_HASH}'`, ''],
  [`script-src 'self' 'unsafe-inline' '${INLINE_HASH}'`, ''],
  [`script-src '${OWN_DIGEST}'`, ''],
  [`script-src 'self' '${HANDLER_HASH}'`, ''],
  [`script-src 'self' 'unsafe-hashes' '${HANDLER_HASH}'`, ''],
  ["script-src 'self' cdn.test", ''],
  ["script-src 'self' cdn.test:PORT", ''],
  ["script-src 'self' cdn.test:*", ''],
  ["script-src 'self' https://cdn.test:PORT/lib.js", ''],
  ["script-src 'self' https://cdn.test:PORT/deep/", ''],
  ["script-src 'self' https://cdn.test:PORT/", ''],
  ["script-src 'self' https://cdn.test:PORT/%6Cib.js", ''],
  ["script-src 'self' *.test:PORT", ''],
  ["script-src 'self' *.cdn.test:PORT", ''],
  ['script-src *:*', ''],
  ["script-src 'self' data:", ''],
  ["script-src 'self' https://cdn.test:PORT/lib.js?x=1", ''],
  ["script-src-elem 'self'; script-src 'none'", ''],
  ["script-src-attr 'unsafe-inline'; script-src 'self'", ''],
  ["script-src-attr 'none'; script-src 'self' 'unsafe-inline'", ''],
  ["style-src 'self'", ''],
  ["style-src 'nonce-abc'", ''],
  ["style-src 'self' 'unsafe-inline'", ''],
  ["style-src-elem 'self' 'unsafe-inline'; style-src 'none'", ''],
  ["style-src-attr 'none'", ''],
  ["img-src 'self'", ''],
  ['img-src data: cdn.test:PORT', ''],
  ["frame-src 'none'", ''],
  ["child-src 'self'; default-src *", ''],
  ["object-src 'none'; media-src 'none'", ''],
  ["media-src 'self'", ''],
  ["script-src 'self'; script-src 'unsafe-inline'", ''],
  [";; script-src\t'self' ;img-src;", ''],
  ["script-src 'self' 'unsafe-inline' data: https:, script-src 'self' 'unsafe-inline' data:, img-src 'self'", ''],
  ['upgrade-insecure-requests', ''],
  ["frame-ancestors 'self'; base-uri 'none'", '<base href="https://cdn.test:PORT/">'],
  ["script-src 'self'", '<base href="https://cdn.test:PORT/">'],
  ["img-src 'self'", `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`],
  ["img-src 'self'", `<meta http-equiv="Content-Security-Policy" content="script-src 'self' ‘unsafe-inline’">`],
  ["img-src 'self'", `<div></div><meta http-equiv="Content-Security-Policy" content="script-src 'none'">`],
  ["img-src 'self'", `<meta http-equiv="Content-Security-Policy" content="script-src 'nonce-abc'; style-src 'none'">`],
];

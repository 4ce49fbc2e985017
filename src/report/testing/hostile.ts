/** Texts that a repository under review could hold in order to break, fake or hide a report. */
export const HOSTILE = {
  script: '<script>alert(1)</script><img src=x onerror=alert(2)>',
  terminal: '\u001b[31m\u001b[2J\u001b]0;owned\u0007\u009b1m',
  bidi: 'safe\u202egnp.exe\u2066\u200b',
  path: 'src/a\n::error::owned\r\nb\u001b[31m,c:d%.ts',
  command: '::error file=x::owned\n::set-output name=a::b',
  cdata: ']]><failure/>\u0000\ud800',
  fence: '```\n# owned\n````\n~~~',
  table: 'a | b\n| --- | --- |\n[x](javascript:alert(1)) @everyone',
} as const;

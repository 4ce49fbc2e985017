import { makeProbe, say } from '../accounts/observe.ts';
import { given, MOST_READ, nobodyReads } from '../answers/nobody-reads.ts';
import { sharedCache } from '../answers/shared-cache.ts';

const NAMED = /sess|\bsid\b|^sid|auth|token|jwt|remember|connect\.|identity|user(?:_?id)?$/i;
const NOT = /csrf|xsrf|lang|locale|theme|consent|analytic|^_ga|^_gid|currency|country|flash/i;

/** The name of a cookie that makes a session; null for those that everybody may have alike. */
export const sessionCookieIn = (lines: readonly string[]): string | null => {
  for (const line of lines.slice(0, 20)) {
    const [, name = '', value = ''] = /^\s*([^=;\s]{1,200})=([^;]*)/.exec(line) ?? [];
    if (name === '' || NOT.test(name) || value.length < 12) continue;
    if (NAMED.test(name) || (/;\s*httponly/i.test(line) && value.length >= 20)) return name;
  }
  return null;
};

export const cookieOnCacheable = makeProbe({
  id: 'cookie-on-cacheable',
  tries: 'whether answers that caches may keep set a session cookie',
  mode: 'read',
  requests: ({ operations }) => Math.min(MOST_READ, operations.length),
  subject: 'public answers',
  run: async (context) => {
    const answers = (await nobodyReads(context)).flatMap((read) => {
      const answer = given(read);
      return answer === null ? [] : [{ ...read, answer }];
    });
    if (answers.length === 0) return [say('public answers', 'not-tested', 'No answer to nobody was seen.')];
    const wrong = answers.flatMap(({ operation, url, answer }) => {
      const cookie = sessionCookieIn(answer.cookies);
      const { kept, seconds } = sharedCache(answer, 'cookie', url);
      if (cookie === null || !kept) return [];
      return [
        say(
          operation.id,
          'confirmed',
          `The answer may be kept by every shared cache for ${seconds} seconds, and sets the cookie ${cookie}.`,
          [answer],
          { actor: 'nobody', facts: { cookie } },
        ),
      ];
    });
    if (wrong.length > 0) return wrong;
    return [
      say('public answers', 'refuted', `None of ${answers.length} answers that may be kept sets a session cookie.`, [
        answers[0]?.answer,
      ]),
    ];
  },
});

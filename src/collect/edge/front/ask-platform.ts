import type { PlatformAnswer } from '../../../model/evidence/edge/front.ts';
import type { Net } from '../../../net/net.ts';
import type { Landing } from './landing.ts';
import type { PlatformName } from './platform-names.ts';
import { compare, fetched, inWords } from './same-site.ts';

/** Whether a platform's own name for the app shows the site too, or sends people to the own domain. */
export const askPlatform = async (
  net: Net,
  name: PlatformName,
  landings: readonly Landing[],
  own: readonly string[],
): Promise<PlatformAnswer> => {
  const like = landings[0]?.host ?? '';
  const answers = await Promise.all(
    landings.map(async (landing) => ({
      landing,
      answer: await net.http({ url: `https://${name.host}${landing.path}`, timeout: 5_000 }),
    })),
  );
  let last: PlatformAnswer = { ...name, like, outcome: 'absent', said: 'nothing answers' };
  for (const { landing, answer } of answers) {
    if (!answer.ok) {
      const isUnknown = answer.kind === 'inside' || answer.kind === 'budget' || answer.kind === 'stopped';
      last = { ...name, like: landing.host, outcome: isUnknown ? 'unclear' : 'absent', said: answer.said };
      continue;
    }
    const got = fetched(answer);
    const said = inWords(got);
    const location = answer.headers.find(([header]) => header === 'location')?.[1] ?? '';
    const base = `https://${name.host}/`;
    const to = URL.canParse(location, base) ? new URL(location, base).hostname : '';
    if (answer.status >= 300 && answer.status < 400) {
      const outcome = own.some((domain) => to === domain || to.endsWith(`.${domain}`)) ? 'redirects' : 'unclear';
      last = { ...name, like: landing.host, outcome, said: `${answer.status} to ${location.slice(0, 200)}` };
      continue;
    }
    const likeness = answer.status < 300 ? compare(landing.page, got) : 'other';
    const outcome = likeness === 'same' ? 'same-site' : likeness === 'other' ? 'other-site' : 'unclear';
    last = { ...name, like: landing.host, outcome, said };
    if (outcome === 'same-site') return last;
  }
  return last;
};

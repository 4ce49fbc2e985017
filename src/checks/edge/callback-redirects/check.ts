import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';
import { hopLine } from '../web-words.ts';

/** Signing in first is an answer to people; addresses for machines that send there are judged by the app's own check of signatures. */
const isMoved = (url: string, location: string): boolean => {
  if (!URL.canParse(location)) return true;
  const [from, to] = [new URL(url), new URL(location)];
  const same = (path: string): string => path.replace(/\/+$/, '').toLowerCase();
  return (
    from.protocol !== to.protocol ||
    from.hostname !== to.hostname ||
    // A slash more or less, or a language in front.
    (from.pathname !== to.pathname && from.pathname.length > 1 && same(to.pathname).endsWith(same(from.pathname)))
  );
};

const isForPeople = (url: string): boolean =>
  /auth|oauth|login|sign-?in|success|cancel|return/i.test(url) && !/hook|notify|notification|ipn/i.test(url);

export default defineCheck({
  id: 'edge/callback-redirects',
  stage: 'edge',
  bar: ['M12'],
  severity: 'blocker',
  effort: 'minutes',
  title: {
    pass: 'Addresses that others call answer without a redirect',
    fail: 'An address that others call answers with a redirect',
  },
  why: 'Payment providers do not follow redirects, or follow them without the body: orders stay unpaid although the money came.',
  references: ['https://docs.stripe.com/webhooks#fix-common-errors', 'RFC 9110 15.4.2'],
  needs: ['edge.web'],
  evaluate: ({ 'edge.web': { callbacks } }) => {
    if (callbacks.length === 0) return 'not-applicable';
    const defects = callbacks.flatMap(({ url, hop, at }) =>
      hop.location !== undefined && isMoved(url, hop.location)
        ? [
            {
              key: url,
              // A browser follows where people are sent back to; what it had noted for the other host is gone all the same.
              ...(isForPeople(url) ? { severity: 'high' as const } : {}),
              where: {
                url,
                host: new URL(url).hostname,
                ...(at === undefined ? {} : { path: at.path, line: at.line }),
              },
              proof: {
                kind: 'exchange' as const,
                text: `${hopLine(hop)}${at === undefined ? '' : `\nnamed in ${printable(at.path)}:${at.line}`}`,
              },
            },
          ]
        : [],
    );
    // One that only the code names may be of tomorrow.
    const silent = callbacks.find(({ hop, at }) => hop.status === 0 && at === undefined);
    return silent === undefined
      ? defects
      : {
          unproven: `${silent.url} gave no answer: ${silent.hop.said ?? ''}`,
          unlock: 'Look whether the address in edge.callbacks of launch-ready.config is right, and run it again.',
          defects,
        };
  },
  fix: ({ where }) => ({
    steps: [
      'Give the provider the address at which it ends: https, the one host, with or without the slash as the app has it.',
      'Take the paths of webhooks out of redirects for hosts and slashes.',
    ],
    verify: `curl -sI ${where.url}`,
  }),
});

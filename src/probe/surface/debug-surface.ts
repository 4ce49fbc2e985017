import { makeProbe, say } from '../accounts/observe.ts';
import { inBatches } from '../answers/in-batches.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { DEBUG_PAGES, type DebugPage } from './debug-pages.ts';
import { isOwn, look, lookWithoutBody, nothingThere } from './look.ts';

const SUBJECT = 'debug pages';

const asked = ({ config }: Pick<ProbeContext, 'config'>): { path: string; page: DebugPage }[] =>
  DEBUG_PAGES.filter(
    ({ harmlessInDevelopment }) =>
      harmlessInDevelopment !== true || (config.boundary?.environment ?? 'development') !== 'development',
  ).flatMap((page) => page.paths.map((path) => ({ path, page })));

export const debugSurface = makeProbe({
  id: 'debug-surface',
  tries: 'whether pages for settings, metrics or the database are open',
  mode: 'read',
  requests: (context) => asked(context).length + 4,
  subject: SUBJECT,
  run: async (context) => {
    const nothing = await nothingThere(context);
    const answers = await inBatches(asked(context), 6, async ({ path, page }) => ({
      path,
      page,
      answer: await look(context, path),
    }));
    const seen = answers.flatMap(({ path, page, answer }) => {
      const sight = isOwn(answer, nothing) ? page.recognise(answer) : null;
      return sight === null || (nothing.ok && page.recognise(nothing) !== null) ? [] : [{ path, page, sight }];
    });
    // Several addresses of one thing are one.
    const first = [...Map.groupBy(seen, ({ page }) => page).values()].flatMap(([one]) =>
      one === undefined ? [] : [one],
    );
    if (first.length > 0)
      return Promise.all(
        first.map(async ({ path, sight }) => {
          const proof = await lookWithoutBody(context, path);
          return say(`GET ${path}`, 'confirmed', `${path} shows ${sight.shows} to nobody in particular.`, [proof], {
            actor: 'nobody',
            facts: { secret: sight.secret },
          });
        }),
      );
    if (answers.every(({ answer }) => !answer.ok))
      return [
        say(
          SUBJECT,
          'inconclusive',
          'No address was answered.',
          answers.slice(0, 3).map(({ answer }) => answer),
        ),
      ];
    return [say(SUBJECT, 'refuted', `None of ${answers.length} usual addresses showed a debug page.`, [nothing])];
  },
});

import { makeProbe, say } from '../accounts/observe.ts';
import { mainOrigin } from '../accounts/people.ts';
import { isGood } from '../actors/door.ts';
import { inBatches } from '../answers/in-batches.ts';
import { look } from './look.ts';
import { mapOf, scriptsOf, sourcesIn } from './source-maps.ts';

const SUBJECT = 'source maps';

export const sourceMapServed = makeProbe({
  id: 'source-map-served',
  tries: 'whether source maps of the client are served',
  mode: 'read',
  requests: 14,
  subject: SUBJECT,
  run: async (context) => {
    const origins = context.config.boundary?.origins ?? [];
    const origin = mainOrigin(context);
    const page = await look(context, '/');
    const scripts = page.ok ? scriptsOf(page.text, `${origin}/`, origins) : [];
    if (scripts.length === 0) return [say(SUBJECT, 'refuted', 'The front page has no scripts of its own.', [page])];
    const seen = await inBatches(scripts, 3, async (url) => {
      const script = await context.send({ method: 'GET', url }, { as: null, mode: 'read', maxBytes: 4 * 1024 * 1024 });
      if (!script.ok || !isGood(script.status)) return [];
      const at = mapOf(script.text, script.headers['sourcemap'] ?? script.headers['x-sourcemap'], url);
      if (at === null || !origins.includes(new URL(at).origin)) return [];
      const map = await context.send({ method: 'GET', url: at }, { as: null, mode: 'read', maxBytes: 64 * 1024 });
      const sources = map.ok && isGood(map.status) ? sourcesIn(map.json, map.text.slice(0, 4_000)) : null;
      return sources === null ? [] : [{ at, map }];
    });
    const maps = seen.flat();
    const [first] = maps;
    if (first === undefined)
      return [say(SUBJECT, 'refuted', `None of ${scripts.length} scripts has a map that is served.`, [page])];
    return [
      say(
        SUBJECT,
        'confirmed',
        `${new URL(first.at).pathname} is served to everybody${maps.length > 1 ? `, and so are the maps of ${maps.length - 1} more scripts` : ''}.`,
        maps.map(({ map }) => map),
        { actor: 'nobody', facts: { maps: maps.length } },
      ),
    ];
  },
});

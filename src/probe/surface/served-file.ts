import { makeProbe, say } from '../accounts/observe.ts';
import { inBatches } from '../answers/in-batches.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { FILES, sourceFile, sourcesNamed, type FileSight, type ServedFile } from './files.ts';
import { isOwn, look, lookWithoutBody, nothingThere } from './look.ts';

const SUBJECT = 'files';
const MOST_NAMED = 8;

interface Sight extends FileSight {
  path: string;
  answer: Answer;
}

const lookFor = async (
  context: ProbeContext,
  files: readonly { path: string; file: ServedFile }[],
  nothing: Answer,
): Promise<Sight[]> => {
  const answers = await inBatches(files, 6, async ({ path, file }) => ({
    path,
    file,
    answer: await look(context, path),
  }));
  return answers.flatMap(({ path, file, answer }) => {
    const sight = isOwn(answer, nothing) ? file.recognise(answer) : null;
    return sight === null || (nothing.ok && file.recognise(nothing) !== null) ? [] : [{ ...sight, path, answer }];
  });
};

export const servedFile = makeProbe({
  id: 'served-file',
  tries: 'whether files are served that should stay on the server',
  mode: 'read',
  requests: FILES.flatMap(({ paths }) => paths).length + 10,
  subject: SUBJECT,
  run: async (context) => {
    const nothing = await nothingThere(context);
    const usual = FILES.flatMap((file) => file.paths.map((path) => ({ path, file })));
    const seen = await lookFor(context, usual, nothing);
    const manifest = seen.find(({ path, answer }) => path === '/package.json' && answer.ok);
    if (manifest?.answer.ok === true)
      seen.push(
        ...(await lookFor(
          context,
          sourcesNamed(manifest.answer.json).map((path) => ({ path, file: sourceFile })),
          nothing,
        )),
      );
    const [worst] = seen.toSorted((a, b) => Number(a.harmless) - Number(b.harmless));
    if (worst === undefined) {
      if (!nothing.ok) return [say(SUBJECT, 'inconclusive', 'No address was answered.', [nothing])];
      return [say(SUBJECT, 'refuted', `None of ${usual.length} usual files is served.`, [nothing])];
    }
    // One folder that is served whole is one cause.
    const others = seen.filter(({ path }) => path !== worst.path).map(({ path }) => path);
    const more =
      others.length === 0
        ? ''
        : ` So are ${others.slice(0, MOST_NAMED).join(', ')}${others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''}.`;
    const proof = await lookWithoutBody(context, worst.path);
    return [
      say(`GET ${worst.path}`, 'confirmed', `${worst.path} is served: ${worst.says}.${more}`, [proof], {
        actor: 'nobody',
        facts: { harmless: worst.harmless, files: seen.length },
      }),
    ];
  },
});

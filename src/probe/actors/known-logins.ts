import type { TrialLogin } from '../../model/evidence/trials.ts';
import { isCsrfSource } from './establish.ts';
import { knownFor, type EnterContext } from './enter-context.ts';

/** How each role logs in, as far as a test can do the same. */
export const knownLogins = (context: EnterContext): TrialLogin[] => {
  const { door, config } = context;
  const csrfAt = door.operations.find(isCsrfSource)?.path ?? '/';
  const roles = new Set(config.actors.map((actor) => actor.role));
  return [...roles].flatMap((role): TrialLogin[] => {
    const found = knownFor(context, role);
    if (found === undefined) return [];
    const { way, presentation, tokenAt, code = false, csrf } = found;
    const { recipe } = way;
    if (recipe.kind === 'mail') return [];
    const home = config.actors.find((actor) => actor.role === role)?.origin;
    const origin = Math.max(0, door.origins.indexOf(home ?? door.origins[0] ?? ''));
    const header = presentation?.header ?? null;
    return [
      {
        role,
        kind: recipe.kind === 'fields' ? recipe.encoding : recipe.kind === 'form' ? 'page' : recipe.kind,
        path: recipe.path,
        origin,
        loginField: recipe.kind !== 'authjs' ? (recipe.loginField ?? '') : '',
        passwordField: recipe.kind !== 'authjs' ? (recipe.passwordField ?? '') : '',
        extra: recipe.kind === 'fields' ? plain(recipe.extra) : {},
        ...(header === null || tokenAt === undefined
          ? {}
          : { token: { at: tokenAt, header, prefix: presentation?.prefix ?? '' } }),
        cookies: presentation?.cookies ?? true,
        ...(csrf === true ? { csrfAt } : {}),
        code,
      },
    ];
  });
};

const plain = (extra: Readonly<Record<string, unknown>>): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(extra).filter(
      (entry): entry is [string, string | number | boolean] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number' || typeof entry[1] === 'boolean',
    ),
  );

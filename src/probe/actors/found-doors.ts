import { draftOf, schemaOfValue, type Draft } from '../inventory/draft.ts';
import type { EnterContext } from './enter-context.ts';
import { fieldsBody } from './login-operation.ts';

/** The operations by which actors got in and were proven: where nothing describes the app, the rest stands beside them. */
export const foundDoors = ({ known, proofs, door }: Pick<EnterContext, 'known' | 'proofs' | 'door'>): Draft[] => {
  const found = new Map<string, Draft>();
  const add = (draft: Draft | undefined): void => {
    if (draft !== undefined) found.set(`${draft.method} ${draft.origin}${draft.path}`, draft);
  };
  for (const { way } of known.values()) {
    const { recipe } = way;
    if (recipe.kind !== 'fields') continue;
    const { encoding, extra, loginField, passwordField } = recipe;
    const body = fieldsBody(encoding, { ...extra, [loginField]: '', [passwordField]: '' });
    const url = new URL(recipe.path, recipe.origin ?? door.origins[0]);
    add(
      draftOf({
        origin: url.origin,
        method: 'POST',
        path: url.pathname,
        source: 'guess',
        body: {
          contentType: encoding === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
          required: true,
          schema: schemaOfValue('json' in body ? body.json : 'form' in body ? body.form : {}),
        },
      }),
    );
  }
  for (const proof of proofs.values()) {
    if (proof === null) continue;
    const { origin, pathname } = new URL(proof.url);
    add(draftOf({ origin, method: 'GET', path: pathname, source: 'guess' }));
  }
  return [...found.values()];
};

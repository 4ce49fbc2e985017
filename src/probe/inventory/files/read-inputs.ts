import type { Send } from '../../contract/send.ts';
import type { Draft } from '../draft.ts';
import { documentIn, findDocument } from '../openapi/find-document.ts';
import { readDocument } from '../openapi/read-document.ts';
import { isDescription, MOST_BYTES, readDescription, type TextResult } from '../openapi/read-text.ts';
import { readHar } from './har.ts';
import { readPostman } from './postman.ts';
import { readTextFile } from './read-file.ts';

interface Findings {
  drafts: Draft[];
  notes: string[];
}

/** The given descriptions of the API, or the one that an origin serves. */
export const readOpenApi = async (
  given: readonly string[],
  origins: readonly string[],
  send: Send,
): Promise<Findings> => {
  const drafts: Draft[] = [];
  const notes: string[] = [];
  const [first = ''] = origins;
  if (given.length === 0) {
    for (const origin of origins) {
      const found = await findDocument(origin, send);
      if (found === undefined) continue;
      const read = readDocument(found.tree, { from: found.url, allowed: origins });
      drafts.push(...read.drafts);
      notes.push(...read.notes);
    }
    if (drafts.length === 0) notes.push('No OpenAPI description was given or found at the usual places.');
  }
  for (const place of given.slice(0, 20)) {
    const isUrl = /^https?:\/\//i.test(place);
    const read = isUrl ? await fetched(place, origins, send) : await fromFile(place);
    if (!read.ok || !isDescription(read.tree)) {
      notes.push(
        `${place} was not read as an OpenAPI description: ${read.ok ? 'it has no version or no paths' : read.reason}.`,
      );
      continue;
    }
    const found = readDocument(read.tree, { from: isUrl ? place : `${first}/`, allowed: origins });
    drafts.push(...found.drafts);
    notes.push(...found.notes);
  }
  return { drafts, notes };
};

const fetched = async (url: string, origins: readonly string[], send: Send): Promise<TextResult> => {
  if (!URL.canParse(url) || !origins.includes(new URL(url).origin))
    return { ok: false, reason: 'its origin is not allowed' };
  const answer = await send({ method: 'GET', url }, { as: null, mode: 'passive', maxBytes: MOST_BYTES + 1 });
  if (!answer.ok) return { ok: false, reason: answer.said };
  if (answer.status !== 200) return { ok: false, reason: `it answered ${answer.status}` };
  const found = documentIn(answer.text, url);
  return found === undefined ? readDescription(answer.text) : { ok: true, tree: found.tree };
};

const fromFile = async (path: string): Promise<TextResult> => {
  const file = await readTextFile(path, MOST_BYTES);
  return file.ok ? readDescription(file.text) : file;
};

export const readFiles = async (
  har: readonly string[],
  postman: readonly string[],
  origins: readonly string[],
): Promise<Findings> => {
  const drafts: Draft[] = [];
  const notes: string[] = [];
  for (const [paths, read] of [
    [har, readHar],
    [postman, readPostman],
  ] as const) {
    for (const path of paths.slice(0, 50)) {
      const file = await readTextFile(path);
      const found = file.ok ? read(file.text, origins) : { drafts: [], notes: [file.reason] };
      drafts.push(...found.drafts);
      notes.push(...found.notes.map((note) => `${path}: ${note}.`));
    }
  }
  return { drafts, notes };
};

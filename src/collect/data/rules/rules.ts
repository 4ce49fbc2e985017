import type { FirebaseRule } from '../../../model/evidence/data.ts';
import { parseRules } from './firestore.ts';
import { parseRealtimeRules } from './realtime.ts';

const MOST_FILES = 50;

/** The rules of Firebase that stand in the repository. */
export const rulesIn = (files: readonly string[], read: (path: string) => string | null): FirebaseRule[] =>
  files
    .filter((path) => /(?:^|\/)(?:[\w.-]*\.rules|database\.rules\.json)$/.test(path))
    .slice(0, MOST_FILES)
    .flatMap((path) => {
      const text = read(path) ?? '';
      if (path.endsWith('.json') || /^\s*\{/.test(text))
        return /"rules"/.test(text) ? parseRealtimeRules(path, text) : [];
      return /\bservice\s+(?:cloud\.firestore|firebase\.storage)\b/.test(text) ? parseRules(path, text) : [];
    });

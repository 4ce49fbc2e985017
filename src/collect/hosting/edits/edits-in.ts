import type { ManualEdit } from '../../../model/evidence/hosting.ts';
import type { Language } from '../../env/uses/mark-code.ts';
import { runsInApp } from '../../env/runs-in-app.ts';
import { mask } from '../../secrets/mask.ts';
import { scanText } from '../../secrets/scan-text.ts';
import { commentsIn } from './comments.ts';
import { isNote, mayHoldNotes } from './notes.ts';
import { standInsIn } from './stand-ins.ts';
import { togglesIn } from './toggles.ts';

const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/;
const PAGE = /\.(?:html|vue|svelte|astro)$/;
/** Files by which hosts and builds are told what to do, whatever folder they stand in. */
const CONFIG =
  /(?:^|\/)(?:vercel\.json|netlify\.toml|wrangler\.(?:toml|jsonc?)|fly[\w.-]*\.toml|render\.ya?ml|app\.ya?ml|firebase\.json|\.firebaserc|robots\.txt|sitemap[\w-]*\.xml|_redirects|(?:next|nuxt|astro|svelte|vite|next-sitemap|capacitor)\.config\.[cm]?[jt]s|capacitor\.config\.json)$/;
const GENERATED =
  /(?:^|\/)(?:storybook[\w.-]*|generated|__generated__|gen|locales?|i18n|translations|messages)\/|\.(?:min|generated|gen)\.[a-z]+$|\.d\.ts$/i;
const MOST_OF_A_FILE = 40;

/** Whether a file could hold anything that a deploy would need changed. */
export const isLookedAt = (path: string): boolean =>
  CONFIG.test(path) ||
  ((CODE.test(path) || /(?:^|\/)index\.html$/.test(path)) && runsInApp(path) && !GENERATED.test(path));

/** What somebody would have to change by hand in a file before it is deployed. */
export const editsIn = (path: string, text: string): ManualEdit[] => {
  const language: Language = PAGE.test(path) ? 'markup' : CODE.test(path) ? 'javascript' : 'hash';
  const code = CODE.test(path);
  const notes = code
    ? commentsIn(text, language, mayHoldNotes)
        .filter((comment) => isNote(comment.text))
        .map(({ line, text: said }): ManualEdit => ({ kind: 'note', what: shown(said), at: { path, line } }))
    : [];
  const toggles = togglesIn(text, code ? /^\s*\/\/+/ : /^\s*#+/).map(({ line, name }): ManualEdit => ({
    kind: 'toggle',
    what: name,
    at: { path, line },
  }));
  const standIns = standInsIn(text).map(({ line, what }): ManualEdit => ({
    kind: 'stand-in',
    what,
    at: { path, line },
  }));
  return [...notes, ...toggles, ...standIns].slice(0, MOST_OF_A_FILE);
};

/** A comment may quote a key. */
const shown = (text: string): string =>
  scanText(text).some((hit) => hit.verdict === 'secret') ? mask(text) : text.slice(0, 160);

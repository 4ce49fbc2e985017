import { caddyFiles } from './caddy.ts';
import { netlifyFiles } from './netlify.ts';
import { nginxFiles } from './nginx.ts';
import type { SnippetFile, SnippetInput } from './snippet.ts';
import { vercelFiles } from './vercel.ts';

/** The same intent for edges that have no API of this kind, or whose files stand in the repository. */
export const SNIPPETS = {
  nginx: nginxFiles,
  caddy: caddyFiles,
  vercel: vercelFiles,
  netlify: netlifyFiles,
} as const satisfies Record<string, (input: SnippetInput) => SnippetFile[]>;

export type SnippetEdge = keyof typeof SNIPPETS;

export const SNIPPET_EDGES = Object.keys(SNIPPETS) as SnippetEdge[];

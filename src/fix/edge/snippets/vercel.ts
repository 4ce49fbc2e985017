import { headersOf, moves, PRIVATE, type SnippetFile, type SnippetInput } from './snippet.ts';

/** path-to-regexp reads these as its own. */
const escaped = (path: string): string => path.replaceAll(/[.*+?^${}()|[\]\\:]/g, String.raw`\$&`);

/** To be merged into the project’s vercel.json; HTTPS and its redirect are Vercel’s own. */
export const vercelFiles = ({ intent }: SnippetInput): SnippetFile[] => {
  const listed = (pairs: readonly (readonly [string, string])[]) => pairs.map(([key, value]) => ({ key, value }));
  const always = headersOf(intent);
  const config = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    headers: [
      ...(always.length === 0 ? [] : [{ source: '/(.*)', headers: listed(always) }]),
      ...intent.privatePaths.map((path) => ({
        source: `${escaped(path)}(.*)`,
        headers: listed([['Cache-Control', PRIVATE]]),
      })),
    ],
    redirects: moves(intent).map(({ from, to }) => ({
      source: '/:path*',
      has: [{ type: 'host', value: from }],
      destination: `https://${to}/:path*`,
      permanent: true,
    })),
  };
  return [{ path: 'vercel.json', content: `${JSON.stringify(config, null, 2)}\n` }];
};

import { headersOf, moves, PRIVATE, quoted, type SnippetFile, type SnippetInput } from './snippet.ts';

const below = (path: string): string => `${path.replace(/\/$/, '')}/*`;

/** netlify.toml; the same as `_headers` and `_redirects`, which Cloudflare Pages reads too. One of the two is enough. */
export const netlifyFiles = ({ intent }: SnippetInput): SnippetFile[] => {
  const always = headersOf(intent);
  const paths = [...new Set(intent.privatePaths.map(below))];
  const block = (path: string, values: readonly (readonly [string, string])[]): string[] => [
    '[[headers]]',
    `  for = ${quoted(path)}`,
    '  [headers.values]',
    ...values.map(([name, value]) => `    ${name} = ${quoted(value)}`),
    '',
  ];
  const toml = [
    ...moves(intent).flatMap(({ from, to }) => [
      '[[redirects]]',
      `  from = ${quoted(`https://${from}/*`)}`,
      `  to = ${quoted(`https://${to}/:splat`)}`,
      '  status = 301',
      '  force = true',
      '',
    ]),
    ...(always.length === 0 ? [] : block('/*', always)),
    ...paths.flatMap((path) => block(path, [['Cache-Control', PRIVATE]])),
  ];
  const headers = [
    ...(always.length === 0 ? [] : ['/*', ...always.map(([name, value]) => `  ${name}: ${value}`)]),
    ...paths.flatMap((path) => [path, `  Cache-Control: ${PRIVATE}`]),
  ];
  const redirects = moves(intent).map(({ from, to }) => `https://${from}/* https://${to}/:splat 301!`);
  return [
    { path: 'netlify.toml', content: toml.join('\n') },
    { path: '_headers', content: `${headers.join('\n')}\n` },
    ...(redirects.length === 0 ? [] : [{ path: '_redirects', content: `${redirects.join('\n')}\n` }]),
  ];
};

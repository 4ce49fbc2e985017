import { defineCheck } from '../../../model/check.ts';
import { printable } from '../../secrets/leak/text.ts';

export default defineCheck({
  id: 'edge/origin-gone',
  stage: 'edge',
  bar: [],
  severity: 'high',
  effort: 'minutes',
  title: {
    pass: 'Every origin that may call is held by somebody',
    fail: 'An origin that may call is free to be taken',
  },
  why: 'Whoever puts up an app of that name at the platform can call your API from it with the logged-in visitor’s cookies.',
  references: ['CWE-942', 'CWE-350', 'ASVS 5.0 3.4.2'],
  needs: ['edge.code'],
  evaluate: ({ 'edge.code': { named, gone } }) =>
    named === 0 && gone.length === 0
      ? 'not-applicable'
      : gone.map(({ name, at, provider, sign }) => ({
          key: name,
          title: `The API lets ${printable(name)} call, which anybody can take at ${provider}`,
          where: { host: name, path: at.path, line: at.line },
          proof: {
            kind: 'record' as const,
            text: `${printable(at.path)}:${at.line} lets https://${printable(name)} call.\n${provider} says: ${printable(sign)}`,
          },
        })),
  fix: ({ where }) => ({
    steps: [
      `Take ${printable(where.host ?? '')} out of the list of origins.`,
      'Let previews call an API of their own, never that of production.',
    ],
    verify: `curl -sI https://${printable(where.host ?? '')}/`,
  }),
});

import { defineCheck } from '../../../model/check.ts';
import type { FirebaseRule } from '../../../model/evidence/data.ts';
import type { Defect } from '../../../model/finding.ts';
import type { Severity } from '../../../model/severity.ts';
import { printable } from '../../secrets/leak/text.ts';

const writes = ({ operations }: FirebaseRule): boolean =>
  operations.some((one) => /^(?:write|create|update|delete)$/.test(one));
const onlyCreates = ({ operations }: FirebaseRule): boolean => operations.every((one) => one === 'create');

/** Null where it may well be meant: a public catalog, a form for visitors, pictures that everybody sees. */
const severityOf = (rule: FirebaseRule): Severity | null => {
  if (rule.lets === 'some') return null;
  if (!writes(rule)) return rule.private && rule.product !== 'storage' ? 'blocker' : null;
  if (onlyCreates(rule)) return rule.private && rule.lets === 'everybody' ? 'medium' : null;
  return rule.lets === 'any account' && !rule.private ? 'high' : 'blocker';
};

const LETS: Readonly<Record<FirebaseRule['lets'], string>> = {
  everybody: 'everybody',
  'any account': 'every account',
  dated: 'everybody, until a date',
  some: 'some',
};

const defectOf = (rule: FirebaseRule): Defect[] => {
  const severity = severityOf(rule);
  if (severity === null) return [];
  const operations = rule.operations.join(', ');
  const path = printable(rule.path);
  return [
    {
      key: `${rule.place.path} ${rule.path} ${operations}`,
      where: rule.place,
      severity,
      title: `${rule.product} ${path}: ${LETS[rule.lets]} may ${operations}`,
      proof: { kind: 'code', text: `allow ${operations}: if ${printable(rule.condition)};  // match ${path}` },
      data: { product: rule.product, path },
    },
  ];
};

export default defineCheck({
  id: 'audit/firebase-rules-open',
  stage: 'audit',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Firebase rules name whose data it is', fail: 'Firebase rules let everybody, or every account, in' },
  why: 'The browser talks to Firebase itself, so the rules are the only lock: `if true` is none, and `request.auth != null` opens to everybody who signs up.',
  references: ['OWASP API1:2023', 'CWE-862', 'ASVS 5.0 8.2.2', 'Firebase: Insecure rules'],
  needs: ['data.rules'],
  evaluate: ({ 'data.rules': rules }) => (rules.length === 0 ? 'not-applicable' : rules.flatMap(defectOf)),
  fix: ({ data }) => {
    const { product, path } = data as { product: FirebaseRule['product']; path: string };
    const content =
      product === 'realtime database'
        ? `// at ${path}, below "$uid"\n".read": "auth.uid === $uid",\n".write": "auth.uid === $uid"\n`
        : product === 'storage'
          ? `// with paths that begin with the id of the account\nmatch /users/{uid}/{file=**} {\n  allow read, write: if request.auth.uid == uid;\n}\n`
          : `// at ${path}, with the field that holds the owner\nallow read, delete: if request.auth != null && resource.data.ownerId == request.auth.uid;\nallow create: if request.auth != null && request.resource.data.ownerId == request.auth.uid;\nallow update: if request.auth != null && resource.data.ownerId == request.auth.uid\n  && request.resource.data.ownerId == resource.data.ownerId;\n`;
    return {
      steps: [
        'Compare the owner in the document or path with `request.auth.uid`, for each operation.',
        'Try it in the Rules Playground or the emulator as nobody and as another account, then deploy the rules.',
      ],
      snippet: { path: 'the rules of Firebase', language: 'text', content },
      verify: 'npx launch-ready --only audit/firebase-rules-open',
    };
  },
});

import { defineObservedCheck } from '../observed-check.ts';
import { STATIC } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'debug-surface',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No debug page is reachable', fail: 'A debug page or console is reachable' },
  why: 'Pages for settings, metrics, queues or the database are made for you. Found by a scanner, they show keys or run commands.',
  references: ['OWASP API8:2023', 'ASVS 5.0 13.4.2', 'ASVS 5.0 13.4.5', 'CWE-489', 'CWE-215'],
  weigh: ({ facts }) => (facts?.['secret'] === true ? 'blocker' : undefined),
  steps: [
    'Take {it} out of the deployment, or let it answer on an internal address behind a login only.',
    'Change every key and password that it showed.',
  ],
  remedy: STATIC,
  expect: 'answer 404 (or 401, 403)',
});

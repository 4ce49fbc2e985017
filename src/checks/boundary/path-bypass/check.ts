import { defineObservedCheck } from '../observed-check.ts';
import { ROLE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'path-bypass',
  bar: ['M1', 'M11'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Guards hold for every spelling of an address',
    fail: 'A guard is passed by with another spelling of the address',
  },
  why: 'The guard compares letters, the router forgives: `/API/…`, a double slash or `..;` reach the same handler with no guard in front.',
  references: ['OWASP API5:2023', 'OWASP API9:2023', 'ASVS 5.0 8.3.1', 'CWE-647', 'CWE-178'],
  requires: 'an account',
  attack: 'last',
  steps: [
    'Guard {it} inside the router (on the route or its group), not by comparing the raw path in front of it.',
    'Where a proxy or middleware compares paths, normalise first and refuse what is not in normal form.',
    'Switch off old versions of the same route, or guard them alike.',
  ],
  remedy: ROLE,
  expect: 'answer 401, 403 or 404 without any data',
});

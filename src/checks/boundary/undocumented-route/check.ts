import { defineObservedCheck } from '../observed-check.ts';

export default defineObservedCheck({
  probe: 'undocumented-route',
  bar: [],
  severity: 'low',
  effort: 'hour',
  title: {
    pass: 'What answers stands in the API’s description',
    fail: 'Routes answer that the API’s description does not name',
  },
  why: 'What is in no list is in no review: old versions and forgotten routes are where guards are missing.',
  references: ['OWASP API9:2023', 'ASVS 5.0 13.4.5', 'CWE-1059'],
  steps: [
    'Write {it} into the description, or take the route out.',
    'Let a test compare the router with the description.',
  ],
  expect: 'answer 404, or stand in the description',
});

import { defineObservedCheck } from '../observed-check.ts';
import { PAGE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'page-size',
  bar: ['M6'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Lists come in pages of limited size', fail: 'A list can be asked for in one piece, however long' },
  why: 'One request makes the server build the whole catalogue, and hands it to whoever wants to copy it.',
  references: ['OWASP API4:2023', 'ASVS 5.0 2.4.1', 'CWE-770'],
  steps: ['In {it}, cap the page size at 100 on the server, and refuse or lower larger wishes.'],
  remedy: PAGE,
  expect: 'answer 100 entries at most, or 400',
});

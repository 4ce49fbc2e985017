import { defineObservedCheck } from '../observed-check.ts';
import { RATE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'limit-bypass',
  bar: ['M6'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Limits cannot be talked away', fail: 'A limit is passed by with a made-up header or spelling' },
  why: 'A limit that counts the address which the caller invents counts nothing.',
  references: ['OWASP API4:2023', 'ASVS 5.0 15.3.4', 'CWE-348'],
  attack: 'last',
  steps: [
    'Tell the app how many proxies really stand in front (`trust proxy` = that number), and use the address that the outermost of them saw.',
    'Count by account as well, and by the normalised path.',
  ],
  remedy: RATE,
  expect: 'answer 429 once the limit is reached, whatever the header says',
});

import { defineObservedCheck } from '../observed-check.ts';
import { STATIC } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'source-map-served',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'Source maps stay at home', fail: 'Source maps of the client are served' },
  why: 'They show the client’s source with comments and names, and with it which admin routes there are.',
  references: ['ASVS 5.0 13.4.5', 'CWE-540'],
  steps: [
    'Build without public source maps (Vite `build.sourcemap: "hidden"`, Next.js `productionBrowserSourceMaps: false`), and send them to your error tracker instead.',
  ],
  remedy: STATIC,
  expect: 'answer 404',
});

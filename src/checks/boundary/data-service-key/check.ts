import { defineDataCheck } from '../data.ts';

export default defineDataCheck({
  probe: 'data-service-key',
  // Not M2: without a running app that would stay unproven, and the scan of the built client sees this key too.
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'The code that visitors get holds no key that passes by the policies',
    fail: 'A key that passes by every policy is in the code that visitors get',
  },
  why: 'Whoever opens the page can copy it, and with it read, change and delete every row, file and account of the marketplace, whatever the policies say.',
  references: ['OWASP API2:2023', 'ASVS 5.0 13.3.1', 'CWE-798', 'Supabase: Understanding API keys'],
  steps: [
    'Make a new secret key and switch the old one off (Supabase: Settings → API keys; for a service_role key, rotate the JWT secret or disable legacy keys). Take everything as read by others.',
    'Remove it from the client code: no variable with VITE_, NEXT_PUBLIC_, REACT_APP_ or EXPO_PUBLIC_ in front may hold it.',
    'What it was used for belongs into an edge function or a server that checks who is asking.',
  ],

  expect: 'no longer hold the key',
});

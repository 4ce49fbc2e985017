import { defineDataCheck } from '../data.ts';
import { OWN_DOCUMENTS, OWN_ROWS } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-open-read',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Without a login nobody reads private rows from the database behind the page',
    fail: 'Private rows can be read by everybody who opens the page',
  },
  why: 'The public key is in the page, so a table without a policy is a download: names, addresses and messages of all customers, in one request. It is the most common leak of apps built this way.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.1', 'ASVS 5.0 8.4.1', 'CWE-862', 'Supabase: Row Level Security'],
  steps: [
    'Switch row-level security on for {it} and add a policy that names whose row it is (`auth.uid()`), for select.',
    'Where others must see a part (a name, a picture), give them a view or a table that holds only that part.',
    'Take what was readable as read by others: look into the API logs, and tell who must be told.',
  ],
  remedy: OWN_ROWS,
  firebase: {
    steps: [
      'In the rules, let {it} be read only by whose it is (`request.auth.uid`). `if true`, and the test mode that ends after 30 days, let everybody in.',
      'Where others must see a part (a name, a picture), keep that part in a collection of its own: rules cannot hide single fields.',
      'Take what was readable as read by others, and tell who must be told.',
    ],
    remedy: OWN_DOCUMENTS,
    expect: 'answer 403 (Firestore, Storage) or 401 (Realtime Database)',
  },
  expect: 'give no row (`[]`) or answer 401',
});

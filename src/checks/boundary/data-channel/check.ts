import { defineDataCheck } from '../data.ts';
import { OWN_CHANNELS } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-channel',
  bar: ['M1', 'M10'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Live channels are heard only by those for whom they are',
    fail: 'A live channel is heard by those whose it is not',
  },
  why: 'A channel that is not private lets whoever has the page’s key listen and speak: what people write to each other is read along, and messages come in their name.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-862', 'Supabase: Realtime Authorization'],
  // A room for everybody that names nobody: noise and false messages, but nothing of one person.
  weigh: ({ facts }) => (facts?.['personal'] === false ? 'medium' : undefined),
  steps: [
    'Open {it} as a private one: `supabase.channel(name, { config: { private: true } })`.',
    'Add policies on `realtime.messages` for select (listening) and insert (speaking) that compare `realtime.topic()` with what the account may hear.',
    'Switch "Allow public access" off (Supabase: Realtime → Settings), so that no channel is forgotten.',
  ],
  remedy: OWN_CHANNELS,
  expect: 'let nobody join who is not meant (the reply to `phx_join` is an error)',
});

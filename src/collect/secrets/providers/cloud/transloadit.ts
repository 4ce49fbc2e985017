import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'transloadit',
  name: 'Transloadit',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://transloadit.com/c/credentials/',
  },
  rules: [
    {
      id: 'transloadit-auth-secret',
      name: 'Transloadit auth secret',
      anchors: ['transloadit'],
      pattern: assigned('transloadit', 'secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Process and export files on your bill, with the storage credentials saved in your templates.',
      samples: {
        yes: ['TRANSLOADIT_AUTH_SECRET={hex:40}', 'new Transloadit({ authSecret: "{hex:40}" })'],
        no: ['TRANSLOADIT_KEY={hex:32}', 'TRANSLOADIT_SECRET=secret'],
      },
    },
  ],
});

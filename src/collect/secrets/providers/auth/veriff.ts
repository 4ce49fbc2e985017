import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'veriff',
  name: 'Veriff',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://station.veriff.com/' },
  rules: [
    {
      id: 'veriff-shared-secret',
      name: 'Veriff shared secret key',
      anchors: ['veriff'],
      pattern: assigned(
        'veriff',
        'secret|private|signature',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the API key: read identity documents, or forge the results your app acts on.',
      samples: {
        yes: ['VERIFF_SHARED_SECRET={uuid}', 'veriff: { apiKey: "x", privateKey: "{uuid}" }'],
        no: ['VERIFF_SHARED_SECRET=your-secret', 'SHARED_SECRET={uuid}', 'VERIFF_API_KEY={uuid}'],
      },
    },
  ],
});

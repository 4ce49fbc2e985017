import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'assemblyai',
  name: 'AssemblyAI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://www.assemblyai.com/dashboard/api-keys',
  },
  rules: [
    {
      id: 'assemblyai-api-key',
      name: 'AssemblyAI API key',
      anchors: ['assemblyai', 'assembly_ai', 'assembly_api', 'aai.settings'],
      pattern: assigned(String.raw`assembly_?ai|assembly_(?=api)|aai\.settings`, KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your transcripts, and transcribe on your bill.',
      verify: {
        url: 'https://api.assemblyai.com/v2/transcript?limit=1',
        headers: { authorization: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['ASSEMBLYAI_API_KEY={hex:32}', 'new AssemblyAI({ apiKey: "{hex:32}" })'],
        no: ['ASSEMBLYAI_API_KEY=your_key', 'assemblyai_transcript={hex:32}'],
      },
    },
  ],
});

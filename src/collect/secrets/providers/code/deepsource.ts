import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'deepsource',
  name: 'DeepSource',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.deepsource.com/' },
  rules: [
    {
      id: 'deepsource-dsn',
      name: 'DeepSource DSN',
      anchors: ['@app.deepsource.'],
      pattern: /https:\/\/([0-9a-f]{32})@app\.deepsource\.(?:com|io)/,
      reach: [64, 64],
      power: 'limited',
      impact: 'Upload made-up coverage reports.',
      samples: {
        yes: ['DEEPSOURCE_DSN=https://{hex:32}@app.deepsource.com', '"https://{hex:32}@app.deepsource.io"'],
        no: ['https://token@app.deepsource.com'],
      },
    },
    {
      id: 'deepsource-personal-token',
      name: 'DeepSource personal access token',
      anchors: ['dsp_'],
      pattern: /\b(dsp_[0-9a-f]{40})(?![\w-])/,
      power: 'data',
      impact: "Read your code's analysis.",
      samples: { yes: ['DEEPSOURCE_PAT=dsp_{hex:40}', '"dsp_{hex:40}"'], no: ['dsp_init', 'dsp_{hex:8}'] },
    },
  ],
});

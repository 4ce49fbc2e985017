import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'chromatic',
  name: 'Chromatic',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://www.chromatic.com/docs/setup/#project-token' },
  rules: [
    {
      id: 'chromatic-project-token',
      name: 'Chromatic project token',
      anchors: ['chpt_'],
      pattern: /\b(chpt_[0-9a-f]{12,24})(?![\w-])/,
      power: 'limited',
      impact: 'Publish builds to your Storybook on your quota.',
      samples: {
        yes: ['CHROMATIC_PROJECT_TOKEN=chpt_{hex:15}', '--project-token="chpt_{hex:15}"'],
        no: ['chpt_xxxxxxxxxxxx', 'chpt_token'],
      },
    },
  ],
});

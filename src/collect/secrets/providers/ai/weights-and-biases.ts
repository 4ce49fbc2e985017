import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'weights-and-biases',
  name: 'Weights & Biases',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://wandb.ai/authorize',
  },
  rules: [
    {
      id: 'weights-and-biases-api-key',
      name: 'Weights & Biases API key',
      anchors: ['wandb_v1_'],
      pattern: /\b(wandb_v1_[0-9A-Za-z_]{60,90})(?![\w-])/,
      power: 'data',
      impact: 'Read and change your runs, models and artifacts.',
      verify: {
        url: 'https://api.wandb.ai/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        basic: 'api:{secret}',
        body: '{"query":"query { viewer { username } }"}',
        live: [200],
        dead: [401],
        liveText: '"username"',
      },
      samples: {
        yes: ['WANDB_API_KEY=wandb_v1_{alnum:77}', 'wandb.login(key="wandb_v1_{alnum:77}")'],
        no: ['wandb_v1_short', 'wandb_v2_{alnum:77}'],
      },
    },
    {
      id: 'weights-and-biases-legacy-key',
      name: 'Weights & Biases API key',
      anchors: ['wandb', 'weightsandbiases', 'weights_and_biases'],
      pattern: assigned('wandb|weights_?(?:and|&)_?biases', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change your runs, models and artifacts.',
      verify: {
        url: 'https://api.wandb.ai/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        basic: 'api:{secret}',
        body: '{"query":"query { viewer { username } }"}',
        live: [200],
        dead: [401],
        liveText: '"username"',
      },
      samples: {
        yes: ['WANDB_API_KEY={hex:40}', 'wandb.login(key="{hex:40}")'],
        no: ['WANDB_API_KEY={hex:32}', 'wandb_run={hex:40}'],
      },
    },
  ],
});

import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'trigger-dev',
  name: 'Trigger.dev',
  category: 'hosting',
  rotation: {
    kind: 'instant',
    at: 'https://cloud.trigger.dev',
    notes: ['Regenerating an environment’s key stops the old one at once.'],
  },
  rules: [
    {
      id: 'trigger-dev-secret-key',
      name: 'Trigger.dev secret key',
      anchors: ['tr_prod_', 'tr_stg_', 'tr_preview_'],
      pattern: /\b(tr_(?:prod|stg|preview)_[0-9A-Za-z]{16,32})(?![\w-])/,
      power: 'data',
      impact: 'Start your background tasks with any input, and read the runs with their data.',
      samples: {
        yes: ['TRIGGER_SECRET_KEY=tr_prod_{alnum:20}', 'secretKey: "tr_stg_{alnum:20}"'],
        no: ['tr_prod_xxx', 'tr_prod_{alnum:6}'],
      },
    },
    {
      id: 'trigger-dev-access-token',
      name: 'Trigger.dev personal access token',
      anchors: ['tr_pat_'],
      pattern: /\b(tr_pat_[0-9A-Za-z]{32,48})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other tasks in place of yours, and read the environment variables.',
      samples: {
        yes: ['TRIGGER_ACCESS_TOKEN=tr_pat_{alnum:40}', '"tr_pat_{alnum:40}"'],
        no: ['tr_pat_xxx', 'tr_pat_{alnum:8}'],
      },
    },
    {
      id: 'trigger-dev-dev-key',
      name: 'Trigger.dev development key',
      anchors: ['tr_dev_'],
      pattern: /\b(tr_dev_[0-9A-Za-z]{16,32})(?![\w-])/,
      power: 'limited',
      testMode: true,
      impact: 'Start tasks in a development environment.',
      samples: {
        yes: ['TRIGGER_SECRET_KEY=tr_dev_{alnum:20}', 'secretKey: "tr_dev_{alnum:20}"'],
        no: ['tr_dev_xxx', 'tr_dev_{alnum:6}'],
      },
    },
  ],
});

import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'age',
  name: 'age',
  category: 'hosting',
  rotation: {
    kind: 'cascade',
    at: 'https://github.com/FiloSottile/age',
    notes: [
      'Whatever was encrypted to it stays readable: make a new key, re-encrypt (with SOPS: `sops updatekeys`), and rotate each value inside.',
    ],
  },
  rules: [
    {
      id: 'age-secret-key',
      name: 'age secret key',
      anchors: ['AGE-SECRET-KEY-1', 'AGE-SECRET-KEY-PQ-1'],
      pattern: /(?<![\w-])(AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{58,80})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Decrypt every file that was encrypted to it, SOPS files in this repository included.',
      samples: {
        yes: ['SOPS_AGE_KEY=AGE-SECRET-KEY-1{upper:58}', '# public key: age1\nAGE-SECRET-KEY-1{upper:58}'],
        no: ['AGE-SECRET-KEY-1...', 'AGE-SECRET-KEY-1{upper:20}'],
      },
    },
  ],
});

import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gel',
  name: 'Gel (EdgeDB)',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://cloud.geldata.com/' },
  rules: [
    {
      id: 'gel-secret-key',
      name: 'Gel Cloud secret key',
      anchors: ['nbwt1_', 'nbwt_', 'edbt1_', 'edbt_', 'gelt_'],
      pattern:
        /\b((?:nbwt|edbt|gelt)1?_[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{20,800}\.[A-Za-z0-9_-]{20,600})(?![A-Za-z0-9_.-])/,
      reach: [16, 1800],
      power: 'data',
      impact: 'Connect to your Gel Cloud instances and read or change every object.',
      samples: {
        yes: [
          'GEL_SECRET_KEY=nbwt1_{base64url:60}.{base64url:200}.{base64url:85}a',
          'EDGEDB_SECRET_KEY="edbt_{alnum:60}.{alnum:200}.{alnum:86}"',
        ],
        no: ['GEL_SECRET_KEY=nbwt1_your_key', 'nbwt_{alnum:40}'],
      },
    },
  ],
});

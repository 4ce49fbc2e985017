import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'planetscale',
  name: 'PlanetScale',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://app.planetscale.com/',
    notes: [
      'Passwords are per branch (Settings, Passwords), service tokens per organization (Settings, Service tokens).',
    ],
  },
  rules: [
    {
      id: 'planetscale-password',
      name: 'PlanetScale database password',
      anchors: ['pscale_pw_'],
      pattern: /\b(pscale_pw_[A-Za-z0-9_.-]{32,64})(?![\w=-])/,
      power: 'data',
      impact: 'Log in to the database and read or change every row.',
      samples: {
        yes: ['DATABASE_PASSWORD=pscale_pw_{alnum:43}', "password: 'pscale_pw_{alnum:43}'"],
        no: ['pscale_pw_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'pscale_pw_{alnum:12}', 'pscale_pw_...'],
      },
    },
    {
      id: 'planetscale-service-token',
      name: 'PlanetScale service token',
      anchors: ['pscale_tkn_'],
      pattern: /\b(pscale_tkn_[A-Za-z0-9_.-]{32,64})(?![\w=-])/,
      power: 'infrastructure',
      impact: 'With its id: change or delete databases and branches and make new passwords, as far as it was allowed.',
      samples: {
        yes: ['PLANETSCALE_SERVICE_TOKEN=pscale_tkn_{alnum:43}', '--service-token pscale_tkn_{alnum:43}'],
        no: ['pscale_tkn_your_token', 'pscale_tkn_{alnum:8}'],
      },
    },
    {
      id: 'planetscale-oauth-token',
      name: 'PlanetScale OAuth token',
      anchors: ['pscale_oauth_'],
      pattern: /\b(pscale_oauth_[A-Za-z0-9_.-]{32,64})(?![\w=-])/,
      power: 'infrastructure',
      impact: 'Act as the person who signed in: change or delete their databases.',
      samples: {
        yes: ['pscale_oauth_{alnum:43}', '"token": "pscale_oauth_{alnum:32}"'],
        no: ['pscale_oauth_token', 'pscale_oauth_{alnum:9}'],
      },
    },
  ],
});

import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'notion',
  name: 'Notion',
  category: 'data',
  rotation: { kind: 'instant', at: 'https://www.notion.so/profile/integrations' },
  rules: [
    {
      id: 'notion-integration-token',
      name: 'Notion integration token',
      anchors: ['ntn_'],
      pattern: /\b(ntn_[0-9]{10,12}[A-Za-z0-9]{34,36})(?![A-Za-z0-9_])/,
      power: 'data',
      impact: 'Read and change every page that is shared with the integration: notes, contracts, customer lists.',
      verify: {
        url: 'https://api.notion.com/v1/users/me',
        headers: { authorization: 'Bearer {secret}', 'notion-version': '2022-06-28' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['NOTION_API_KEY=ntn_{digit:11}{alnum:35}', "new Client({ auth: 'ntn_{digit:11}{alnum:35}' })"],
        no: ['NOTION_TOKEN=ntn_xxxxxxxxxxxxxxxxxxxx', 'ntn_{digit:11}', 'ntn_{alnum:20}'],
      },
    },
    {
      id: 'notion-legacy-token',
      name: 'Notion integration token',
      anchors: ['notion'],
      pattern: assigned('notion', 'token|key|secret|auth', 'secret_[A-Za-z0-9]{43}'),
      power: 'data',
      impact: 'Read and change every page that is shared with the integration: notes, contracts, customer lists.',
      verify: {
        url: 'https://api.notion.com/v1/users/me',
        headers: { authorization: 'Bearer {secret}', 'notion-version': '2022-06-28' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['NOTION_TOKEN=secret_{alnum:43}', "const notion = new Client({}); notion: { auth: 'secret_{alnum:43}' }"],
        no: ['NOTION_TOKEN=secret_your_token', 'TOKEN=secret_{alnum:43}', 'NOTION_TOKEN=secret_{alnum:10}'],
      },
    },
  ],
});

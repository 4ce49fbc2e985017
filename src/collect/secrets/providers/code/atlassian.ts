import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'atlassian',
  name: 'Atlassian (Jira, Confluence)',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://id.atlassian.com/manage-profile/security/api-tokens' },
  rules: [
    {
      id: 'atlassian-api-token',
      name: 'Atlassian API token',
      anchors: ['ATATT3'],
      pattern: /\b(ATATT3[A-Za-z0-9_=-]{160,240})(?![\w=-])/,
      power: 'data',
      impact: 'With the e-mail address, read and change every Jira issue and Confluence page the person can see.',
      samples: {
        yes: ['JIRA_API_TOKEN=ATATT3xFfGF0{alnum:170}={HEX:8}', '"apiToken": "ATATT3xFfGF0{base64url:180}"'],
        no: ['ATATT3xFfGF0...', 'ATATT3{alnum:20}'],
      },
    },
    {
      id: 'atlassian-admin-api-key',
      name: 'Atlassian organization API key',
      anchors: ['ATCTT3xFfGN0'],
      pattern: /\b(ATCTT3xFfGN0[A-Za-z0-9_=-]{150,220})(?![\w=-])/,
      power: 'identity',
      impact: 'Manage the people and products of your Atlassian organization.',
      samples: { yes: ['ATLASSIAN_ADMIN_KEY=ATCTT3xFfGN0{alnum:170}={HEX:8}'], no: ['ATCTT3xFfGN0{alnum:12}'] },
    },
    {
      id: 'atlassian-legacy-api-token',
      name: 'Atlassian API token (older form)',
      anchors: ['jira', 'atlassian', 'confluence'],
      pattern: assigned('(?:jira|atlassian|confluence)', 'token|key|password', '[A-Za-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the e-mail address, read and change every issue and page the person can see.',
      samples: {
        yes: ['JIRA_API_TOKEN={alnum:24}', "jiraApiToken: '{alnum:24}'"],
        no: ['JIRA_API_TOKEN=your_jira_api_token', 'checksum = "{alnum:24}"', 'JIRA_API_TOKEN={alnum:27}'],
      },
    },
    {
      id: 'atlassian-client-secret',
      name: 'Atlassian OAuth client secret',
      anchors: ['atlassian', 'jira'],
      pattern: assigned('(?:atlassian|jira)', 'secret', 'ATOA[A-Za-z0-9_=-]{60,100}|[A-Za-z0-9_-]{64}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish Atlassian sign-ins in the name of your app.',
      samples: {
        yes: ['ATLASSIAN_CLIENT_SECRET=ATOA{alnum:72}', "atlassianClientSecret: 'ATOA{alnum:72}'"],
        no: ['ATLASSIAN_CLIENT_SECRET=your_atlassian_client_secret', 'checksum = "ATOA{alnum:72}"'],
      },
    },
  ],
});

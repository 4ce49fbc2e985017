import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'databricks',
  name: 'Databricks',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://accounts.cloud.databricks.com/',
    notes: ['User settings, Developer, Access tokens of the workspace concerned.'],
  },
  rules: [
    {
      id: 'databricks-token',
      name: 'Databricks personal access token',
      anchors: ['dapi'],
      pattern: /\b(dapi[0-9a-f]{32}(?:-\d{1,2})?)(?![A-Za-z0-9])/,
      power: 'data',
      impact: 'Query every table the person may see and run code on your clusters.',
      samples: {
        yes: ['DATABRICKS_TOKEN=dapi{hex:32}', 'token = "dapi{hex:32}-2"'],
        no: ['DATABRICKS_TOKEN=dapixxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'dapi{hex:20}', 'dapi{hex:48}'],
      },
    },
    {
      id: 'databricks-oauth-secret',
      name: 'Databricks OAuth secret',
      anchors: ['dose'],
      pattern: /\b(dose[0-9a-f]{32,36})(?![A-Za-z0-9])/,
      power: 'data',
      impact: 'With the client id: sign in as the service principal and use the data it may use.',
      samples: {
        yes: ['DATABRICKS_CLIENT_SECRET=dose{hex:32}', 'client_secret = "dose{hex:36}"'],
        no: ['dose_per_day', 'dose{hex:12}'],
      },
    },
  ],
});

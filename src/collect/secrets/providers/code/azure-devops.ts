import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'azure-devops',
  name: 'Azure DevOps',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://dev.azure.com/_usersSettings/tokens',
    notes: [
      'The address is https://dev.azure.com/<organization>/_usersSettings/tokens. Visual Studio Marketplace tokens are the same.',
    ],
  },
  rules: [
    {
      id: 'azure-devops-personal-access-token',
      name: 'Azure DevOps personal access token',
      anchors: ['AZDO'],
      pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})(?![A-Za-z0-9])/,
      reach: [96, 24],
      power: 'infrastructure',
      impact: 'Read and push to your repositories and run your pipelines.',
      samples: {
        yes: ['AZURE_DEVOPS_PAT={alnum:76}AZDO{alnum:4}', '"{alnum:76}AZDO{alnum:4}"'],
        no: ['AZDO_ORG_URL=https://dev.azure.com/acme', '{alnum:20}AZDO{alnum:4}'],
      },
    },
    {
      id: 'azure-devops-legacy-token',
      name: 'Azure DevOps personal access token (older form)',
      anchors: ['azure_devops', 'azuredevops', 'azdo', 'ado_pat', 'ado_token', 'vsts', 'vsce', 'system_accesstoken'],
      pattern: assigned(
        'azure[_.-]?devops|azdo|(?<![a-z])ado(?=[_.-]?(?:pat|token))|vsts|vsce',
        'token|pat|key',
        '[a-z0-9]{52}',
      ),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and push to your repositories and run your pipelines.',
      samples: {
        yes: ['AZURE_DEVOPS_EXT_PAT={lower:52}', "azureDevopsExtPat: '{lower:52}'"],
        no: [
          'AZURE_DEVOPS_EXT_PAT=your_azure_devops_ext_pat',
          'checksum = "{lower:52}"',
          'AZURE_DEVOPS_EXT_PAT={lower:55}',
        ],
      },
    },
  ],
});

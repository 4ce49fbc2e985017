import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'nuget',
  name: 'NuGet',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://www.nuget.org/account/apikeys' },
  rules: [
    {
      id: 'nuget-api-key',
      name: 'NuGet API key',
      anchors: ['oy2'],
      pattern: /(?<![\w+/])(oy2[a-z0-9]{43})(?![\w+/-])/,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your NuGet packages.',
      samples: {
        yes: ['NUGET_API_KEY=oy2{lower:43}', 'dotnet nuget push --api-key "oy2{lower:43}"'],
        no: ['oy2{lower:10}', 'oy2{lower:43}{lower:6}'],
      },
    },
  ],
});

import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'prisma',
  name: 'Prisma',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://console.prisma.io/',
    notes: ['Environment, API keys: make the new one, deploy it, revoke the old.'],
  },
  rules: [
    {
      id: 'prisma-connection-key',
      name: 'Prisma Accelerate or Postgres API key',
      anchors: ['prisma-data.net', 'prisma-data.com', 'prisma://', 'prisma+postgres://'],
      pattern:
        /prisma(?:\+postgres)?:\/\/[A-Za-z0-9.:-]{4,80}\/?\?(?:[\w=&.-]{0,60}&)?api_key=([A-Za-z0-9_-]{16,200}\.[A-Za-z0-9_-]{16,600}\.[A-Za-z0-9_-]{16,200}|[A-Za-z0-9_-]{40,100})(?![A-Za-z0-9_.-])/,
      reach: [24, 1000],
      power: 'data',
      impact: 'Query the database behind it: read and change every row your app can.',
      samples: {
        yes: [
          'DATABASE_URL="prisma://accelerate.prisma-data.net/?api_key=eyJ{base64url:33}.eyJ{base64url:200}.{base64url:42}a"',
          'DATABASE_URL=prisma+postgres://accelerate.prisma-data.net/?api_key=eyJ{base64url:33}.eyJ{base64url:240}.{base64url:42}a',
        ],
        no: [
          'prisma://accelerate.prisma-data.net/?api_key=__API_KEY__',
          'prisma://accelerate.prisma-data.net/?api_key=your_api_key',
        ],
      },
    },
  ],
});

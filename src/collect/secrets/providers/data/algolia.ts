import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'algolia',
  name: 'Algolia',
  category: 'data',
  rotation: {
    kind: 'instant',
    at: 'https://dashboard.algolia.com/account/api-keys/all',
    notes: [
      'Rotating the admin key ends the old one at once: better make a second key with only the rights that you need and use that.',
    ],
  },
  rules: [
    {
      id: 'algolia-admin-key',
      name: 'Algolia admin API key',
      anchors: ['algolia'],
      pattern: assigned(
        'algolia',
        '(?:admin|write|private|secret|update|index(?:ing)?|monitoring|usage)[\\w.-]{0,16}key',
        '[0-9a-f]{32}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, change or delete every search index and make new keys.',
      samples: {
        yes: [
          'ALGOLIA_ADMIN_KEY={hex:32}',
          "algolia: { appId: 'ABCDEFGHIJ', adminApiKey: '{hex:32}' }",
          'ALGOLIA_WRITE_API_KEY="{hex:32}"',
        ],
        no: [
          'ALGOLIA_ADMIN_KEY=your_admin_key',
          'ALGOLIA_ADMIN_KEY={hex:40}',
          'ALGOLIA_SEARCH_API_KEY={hex:32}',
          'ADMIN_KEY={hex:32}',
        ],
      },
    },
    {
      id: 'algolia-server-key',
      name: 'Algolia API key',
      anchors: ['algolia_api', 'algolia_key'],
      pattern: assigned('(?<![A-Za-z0-9_])algolia(?=_(?:api_?)?key)', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact:
        'Search, or, when it is the admin key, change or delete every index: look up its rights in the dashboard.',
      samples: {
        yes: ['ALGOLIA_API_KEY={hex:32}', 'algolia_api_key: "{hex:32}"'],
        no: ['ALGOLIA_API_KEY=your_api_key', 'NEXT_PUBLIC_ALGOLIA_API_KEY={hex:32}', "algolia: { apiKey: '{hex:32}' }"],
      },
    },
    {
      id: 'algolia-search-key',
      name: 'Algolia search API key',
      anchors: ['algolia', 'docsearch'],
      pattern: assigned(
        'algolia|docsearch',
        '(?:search|public|read)[\\w.-]{0,16}key|apikey|(?<=(?:public|vite|react_app|gatsby)_algolia_)api_?key',
        '[0-9a-f]{32}',
      ),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'search is all it may do: look up its rights, an admin key looks the same',
      power: 'limited',
      impact: 'Search what visitors may search anyway.',
      samples: {
        yes: [
          'NEXT_PUBLIC_ALGOLIA_SEARCH_KEY={hex:32}',
          'VITE_ALGOLIA_API_KEY={hex:32}',
          "algolia: { appId: 'ABCDEFGHIJ', apiKey: '{hex:32}', indexName: 'docs' }",
        ],
        no: ['ALGOLIA_SEARCH_KEY=your_search_key', 'SEARCH_KEY={hex:32}'],
      },
    },
    {
      id: 'algolia-docsearch-key',
      name: 'Algolia DocSearch key',
      anchors: ['<DocSearch', 'docsearch('],
      pattern: /(?:<DocSearch\s|\bdocsearch\(\s{0,8}\{)[^<>]{0,240}?\bapiKey\s?[=:]\s?\{?["'`]([0-9a-f]{32})["'`]/i,
      verdict: 'public',
      publicIf: 'search is all it may do: look up its rights, an admin key looks the same',
      power: 'limited',
      impact: 'Search what visitors may search anyway.',
      samples: {
        yes: [
          '<DocSearch\n  indexName="docs"\n  apiKey="{hex:32}"\n/>',
          "docsearch({ container: '#docsearch', apiKey: '{hex:32}', indexName: 'docs' })",
        ],
        no: ['<DocSearch apiKey="YOUR_SEARCH_API_KEY" />', '<Other apiKey="{hex:32}" />'],
      },
    },
    {
      id: 'algolia-client-key',
      name: 'Algolia key handed to a client',
      anchors: ['algoliasearch(', 'liteclient('],
      pattern: /(?:algoliasearch|liteClient)\(\s{0,12}["'`][A-Z0-9]{10}["'`],\s{0,12}["'`]([0-9a-f]{32})["'`]/i,
      verdict: 'public',
      publicIf: 'search is all it may do: look up its rights, an admin key looks the same',
      power: 'limited',
      impact: 'Search what visitors may search anyway.',
      samples: {
        yes: ["algoliasearch('{upper:10}', '{hex:32}')", 'liteClient("{upper:10}", "{hex:32}")'],
        no: ["algoliasearch('YourApplicationID', 'YourSearchOnlyAPIKey')", "algoliasearch('{upper:10}', apiKey)"],
      },
    },
  ],
});

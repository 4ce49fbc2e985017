import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'meilisearch',
  name: 'Meilisearch',
  category: 'data',
  rotation: {
    kind: 'cascade',
    at: 'https://www.meilisearch.com/docs/learn/security/master_key',
    notes: ['A new master key changes every other key too: deploy the new search key at the same time.'],
  },
  rules: [
    {
      id: 'meilisearch-admin-key',
      name: 'Meilisearch master or admin key',
      anchors: ['meilisearch', 'meili_'],
      pattern: assigned(
        '(?<!(?:public|vite|react_app|gatsby)_)(?<!instant)meili(?:search)?',
        '(?:master|admin|api|private|write|secret)[_-]?(?:api[_-]?)?key',
        '(?:[0-9a-f]{64}|[0-9a-f]{40}|[A-Za-z0-9_-]{43}|[A-Za-z0-9]{32})',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every indexed document and change or delete the whole search.',
      samples: {
        yes: [
          'MEILI_MASTER_KEY={alnum:32}',
          "new MeiliSearch({ host, apiKey: '{hex:64}' })",
          'MEILISEARCH_ADMIN_API_KEY="{hex:64}"',
        ],
        no: ['MEILI_MASTER_KEY=masterKey', 'MEILI_MASTER_KEY=your_master_key', 'MEILISEARCH_SEARCH_KEY={hex:64}'],
      },
    },
    {
      id: 'meilisearch-search-key',
      name: 'Meilisearch search key',
      anchors: ['meilisearch', 'meili_'],
      pattern: assigned(
        'meili(?:search)?',
        '(?:search|public|read)[_-]?(?:only[_-]?)?(?:api[_-]?)?key|(?<=(?:public|vite|react_app|gatsby)_meili(?:search)?_)(?:api_?)?key',
        '(?:[0-9a-f]{64}|[A-Za-z0-9_-]{43}|[0-9a-f]{40})',
      ),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'the search action is all it may do and no private index is open to it',
      power: 'limited',
      impact: 'Search what visitors may search anyway.',
      samples: {
        yes: [
          'NEXT_PUBLIC_MEILI_SEARCH_KEY={hex:64}',
          'NEXT_PUBLIC_MEILISEARCH_API_KEY={hex:64}',
          'meilisearch: { searchKey: "{hex:64}" }',
        ],
        no: ['MEILI_SEARCH_KEY=your_search_key', 'SEARCH_KEY={hex:64}'],
      },
    },
  ],
});

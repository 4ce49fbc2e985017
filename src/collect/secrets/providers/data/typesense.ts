import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'typesense',
  name: 'Typesense',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://cloud.typesense.org/clusters' },
  rules: [
    {
      id: 'typesense-admin-key',
      name: 'Typesense admin API key',
      anchors: ['typesense'],
      pattern: assigned(
        '(?<!(?:public|vite|react_app|gatsby)_)typesense(?!instantsearch)',
        '(?:admin|bootstrap|write|private|secret)[\\w.-]{0,12}key|(?<!search[\\w.-]{0,16})api[_-]?key',
        '[A-Za-z0-9]{32,64}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every indexed document and change or delete the whole search.',
      samples: {
        yes: [
          'TYPESENSE_ADMIN_API_KEY={alnum:32}',
          "new Typesense.Client({ nodes: [{ host: 'a1.typesense.net', port: 443 }], apiKey: '{alnum:32}' })",
        ],
        no: [
          'TYPESENSE_API_KEY=xyz',
          'TYPESENSE_ADMIN_API_KEY=your-admin-key',
          'TYPESENSE_SEARCH_ONLY_API_KEY={alnum:32}',
          'VITE_TYPESENSE_API_KEY={alnum:32}',
        ],
      },
    },
    {
      id: 'typesense-search-key',
      name: 'Typesense search-only API key',
      anchors: ['typesense'],
      pattern: assigned(
        'typesense',
        '(?:search|public|read)[\\w.-]{0,16}key|(?<=(?:public|vite|react_app|gatsby)_typesense_)api_?key',
        '[A-Za-z0-9+/]{32,64}',
      ),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'documents:search is all it may do',
      power: 'limited',
      impact: 'Search what visitors may search anyway.',
      samples: {
        yes: [
          'NEXT_PUBLIC_TYPESENSE_SEARCH_API_KEY={alnum:32}',
          'VITE_TYPESENSE_API_KEY={alnum:32}',
          'typesense: { searchOnlyApiKey: "{alnum:32}" }',
        ],
        no: ['TYPESENSE_SEARCH_KEY=xyz', 'SEARCH_API_KEY={alnum:32}'],
      },
    },
  ],
});

import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tmdb',
  name: 'TMDB',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.themoviedb.org/settings/api' },
  rules: [
    {
      id: 'tmdb-api-key',
      name: 'TMDB API key',
      anchors: ['tmdb', 'themoviedb', 'moviedb'],
      pattern: assigned('tmdb|the[_.-]??movie[_.-]??db|moviedb', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for film data on your account.',
      verify: { url: 'https://api.themoviedb.org/3/authentication?api_key={secret}', live: [200], dead: [401] },
      samples: {
        yes: ['TMDB_API_KEY={hex:32}', "tmdbApiKey: '{hex:32}'"],
        no: ['TMDB_API_KEY=your_tmdb_api_key', 'checksum = "{hex:32}"', 'TMDB_API_KEY={hex:35}'],
      },
    },
    {
      id: 'tmdb-access-token',
      name: 'TMDB API read access token',
      anchors: ['tmdb', 'themoviedb', 'moviedb'],
      pattern: assigned(
        'tmdb|the[_.-]??movie[_.-]??db|moviedb',
        KEY,
        'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}',
      ),
      reach: [48, 700],
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for film data on your account.',
      verify: {
        url: 'https://api.themoviedb.org/3/authentication',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'TMDB_ACCESS_TOKEN={jwt:{"aud":"0123","sub":"4567","scopes":["api_read"],"version":1}}',
          'tmdbAccessToken: \'{jwt:{"aud":"0123","sub":"4567","scopes":["api_read"],"version":1}}\'',
        ],
        no: [
          'TMDB_ACCESS_TOKEN=your_tmdb_access_token',
          'checksum = "{jwt:{"aud":"0123","sub":"4567","scopes":["api_read"],"version":1}}"',
        ],
      },
    },
    {
      id: 'tmdb-url-key',
      name: 'TMDB API key in an address',
      anchors: ['api.themoviedb.org'],
      pattern: /api\.themoviedb\.org[^\s"'`<>]{0,160}?[?&](?:amp;)?api_key=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Ask for film data on your account.',
      samples: {
        yes: [
          'https://api.themoviedb.org/x?api_key={hex:32}',
          'fetch("https://api.themoviedb.org/v1/x?q=a&api_key={hex:32}")',
        ],
        no: ['https://api.themoviedb.org/x?api_key=YOUR_KEY', 'https://api.themoviedb.org/x?api_key=${KEY}'],
      },
    },
  ],
});

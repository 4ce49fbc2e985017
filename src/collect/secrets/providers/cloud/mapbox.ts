import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mapbox',
  name: 'Mapbox',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.mapbox.com/account/access-tokens/',
  },
  rules: [
    {
      id: 'mapbox-secret-token',
      name: 'Mapbox secret token',
      anchors: ['sk.eyJ'],
      pattern: /(?<![\w.-])(sk\.eyJ[\w-]{40,160}\.[\w-]{22})(?![\w-])/,
      power: 'data',
      impact: 'Change your maps, tilesets and tokens, within its scopes, on your bill.',
      verify: {
        url: 'https://api.mapbox.com/tokens/v2?access_token={secret}',
        live: [200],
        dead: [401],
        liveText: 'TokenValid',
      },
      samples: {
        yes: ['MAPBOX_SECRET_TOKEN=sk.eyJ1{alnum:70}.{base64url:22}', '"sk.eyJ1{alnum:80}.{base64url:22}"'],
        no: ['sk.eyJ...', 'pk.eyJ1{alnum:70}.{alnum:22}'],
      },
    },
    {
      id: 'mapbox-public-token',
      name: 'Mapbox public token',
      anchors: ['pk.eyJ'],
      pattern: /(?<![\w.-])(pk\.eyJ[\w-]{40,160}\.[\w-]{22})(?![\w-])/,
      verdict: 'public',
      publicIf: 'it is restricted to your addresses',
      power: 'spend',
      impact: 'Unrestricted, load maps on your bill.',
      samples: {
        yes: [
          'NEXT_PUBLIC_MAPBOX_TOKEN=pk.eyJ1{alnum:70}.{base64url:22}',
          'mapboxgl.accessToken = "pk.eyJ1{alnum:80}.{base64url:22}"',
        ],
        no: ['pk.eyJ...', 'pk.eyJ1{alnum:10}.{alnum:22}'],
      },
    },
  ],
});

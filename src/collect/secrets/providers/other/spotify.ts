import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'spotify',
  name: 'Spotify',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://developer.spotify.com/dashboard' },
  rules: [
    {
      id: 'spotify-client-secret',
      name: 'Spotify client secret',
      anchors: ['spotify'],
      pattern: assigned('spotify', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as your app and finish Spotify sign-ins in its name.',
      samples: {
        yes: ['SPOTIFY_CLIENT_SECRET={hex:32}', "spotifyClientSecret: '{hex:32}'"],
        no: [
          'SPOTIFY_CLIENT_SECRET=your_spotify_client_secret',
          'checksum = "{hex:32}"',
          'SPOTIFY_CLIENT_SECRET={hex:35}',
        ],
      },
    },
    {
      id: 'spotify-refresh-token',
      name: 'Spotify refresh token',
      anchors: ['spotify'],
      pattern: assigned('spotify', 'token', 'AQ[A-Za-z0-9_-]{110,300}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "With the client secret, act for the person's account.",
      samples: {
        yes: ['SPOTIFY_REFRESH_TOKEN=AQ{base64url:128}x', "spotifyRefreshToken: 'AQ{base64url:128}x'"],
        no: ['SPOTIFY_REFRESH_TOKEN=your_spotify_refresh_token', 'checksum = "AQ{base64url:128}x"'],
      },
    },
  ],
});

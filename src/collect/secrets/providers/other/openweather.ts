import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'openweather',
  name: 'OpenWeather',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://home.openweathermap.org/api_keys' },
  rules: [
    {
      id: 'openweather-api-key',
      name: 'OpenWeather API key',
      anchors: ['openweather', 'open_weather', 'owm_api', 'pyowm'],
      pattern: assigned('open[_.-]?weather|owm(?=[_.-]?api)|pyowm', 'key|token|secret|appid|owm', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for weather on your quota.',
      verify: {
        url: 'https://api.openweathermap.org/data/2.5/weather?q=London&appid={secret}',
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['OPENWEATHER_API_KEY={hex:32}', "openweatherApiKey: '{hex:32}'"],
        no: ['OPENWEATHER_API_KEY=your_openweather_api_key', 'checksum = "{hex:32}"', 'OPENWEATHER_API_KEY={hex:35}'],
      },
    },
    {
      id: 'openweather-url-key',
      name: 'OpenWeather API key in an address',
      anchors: ['api.openweathermap.org'],
      pattern: /api\.openweathermap\.org[^\s"'`<>]{0,160}?[?&](?:amp;)?appid=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Ask for weather on your quota.',
      samples: {
        yes: [
          'https://api.openweathermap.org/x?appid={hex:32}',
          'fetch("https://api.openweathermap.org/v1/x?q=a&appid={hex:32}")',
        ],
        no: ['https://api.openweathermap.org/x?appid=YOUR_KEY', 'https://api.openweathermap.org/x?appid=${KEY}'],
      },
    },
  ],
});

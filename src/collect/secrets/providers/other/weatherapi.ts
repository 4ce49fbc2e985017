import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'weatherapi',
  name: 'WeatherAPI',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.weatherapi.com/my/' },
  rules: [
    {
      id: 'weatherapi-api-key',
      name: 'WeatherAPI key',
      anchors: ['weatherapi', 'weather_api'],
      pattern: assigned('weather[_.-]?api', 'key', '[0-9a-f]{31,32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for weather on your quota.',
      samples: {
        yes: ['WEATHERAPI_API_KEY={hex:31}', "weatherapiApiKey: '{hex:31}'"],
        no: ['WEATHERAPI_API_KEY=your_weatherapi_api_key', 'checksum = "{hex:31}"'],
      },
    },
    {
      id: 'weatherapi-url-key',
      name: 'WeatherAPI key in an address',
      anchors: ['api.weatherapi.com'],
      pattern: /api\.weatherapi\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?key=([0-9a-f]{31,32})(?![\w-])/i,
      power: 'limited',
      impact: 'Ask for weather on your quota.',
      samples: {
        yes: ['https://api.weatherapi.com/x?key={hex:31}', 'fetch("https://api.weatherapi.com/v1/x?q=a&key={hex:31}")'],
        no: ['https://api.weatherapi.com/x?key=YOUR_KEY', 'https://api.weatherapi.com/x?key=${KEY}'],
      },
    },
  ],
});

import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rubygems',
  name: 'RubyGems',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://rubygems.org/profile/api_keys' },
  rules: [
    {
      id: 'rubygems-api-key',
      name: 'RubyGems API key',
      anchors: ['rubygems_'],
      pattern: /\b(rubygems_[0-9a-f]{48})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your gems.',
      verify: {
        url: 'https://rubygems.org/api/v1/gems.json',
        headers: { authorization: '{secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['GEM_HOST_API_KEY=rubygems_{hex:48}', ':rubygems_api_key: rubygems_{hex:48}'],
        no: ['rubygems_api_key', 'rubygems_{hex:20}'],
      },
    },
  ],
});

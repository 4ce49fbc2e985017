import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'companies-house',
  name: 'Companies House',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developer.company-information.service.gov.uk/manage-applications' },
  rules: [
    {
      id: 'companies-house-api-key',
      name: 'Companies House API key',
      anchors: ['companies_house', 'companieshouse', 'companies-house'],
      pattern: assigned('companies[_.-]?house', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up companies on your quota.',
      samples: {
        yes: ['COMPANIES_HOUSE_API_KEY={uuid}', "companiesHouseApiKey: '{uuid}'"],
        no: ['COMPANIES_HOUSE_API_KEY=your_companies_house_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});

import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sumologic',
  name: 'Sumo Logic',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://service.sumologic.com/ui/#/preferences' },
  rules: [
    {
      id: 'sumologic-access-key',
      name: 'Sumo Logic access key',
      anchors: ['sumologic', 'sumo_logic', 'sumo_access', 'sumo-logic', 'sumoaccess'],
      pattern: assigned('sumo(?=[_.-]?(?:logic|access|key))', 'key', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its id, search every log of the account.',
      pairsWith: ['sumologic-access-id'],
      samples: {
        yes: ['SUMO_ACCESS_KEY={alnum:64}', "sumoAccessKey: '{alnum:64}'", 'SUMOLOGIC_ACCESS_KEY={alnum:64}'],
        no: ['SUMO_ACCESS_KEY=your_sumo_access_key', 'checksum = "{alnum:64}"', 'SUMO_ACCESS_KEY={alnum:67}'],
      },
    },
    {
      id: 'sumologic-access-id',
      name: 'Sumo Logic access ID',
      anchors: ['sumologic', 'sumo_logic', 'sumo_access', 'sumo-logic', 'sumoaccess'],
      pattern: assigned('sumo(?=[_.-]?(?:logic|access|id))', 'id', 'su[A-Za-z0-9]{12}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing alone: it names the access key.',
      samples: {
        yes: ['SUMO_ACCESS_ID=su{alnum:12}', "sumoAccessId: 'su{alnum:12}'"],
        no: ['SUMO_ACCESS_ID=your_sumo_access_id', 'checksum = "su{alnum:12}"', 'SUMO_ACCESS_ID=su{alnum:15}'],
      },
    },
    {
      id: 'sumologic-collector-url',
      name: 'Sumo Logic HTTP source address',
      anchors: ['sumologic.com/receiver'],
      pattern: /\.collection\.[\w.]{0,16}sumologic\.com\/receiver\/v1\/http\/([A-Za-z0-9_=-]{40,200})(?![\w=-])/,
      power: 'limited',
      impact: 'Send made-up logs.',
      samples: {
        yes: ['https://endpoint4.collection.us2.sumologic.com/receiver/v1/http/{alnum:90}=='],
        no: ['https://endpoint4.collection.sumologic.com/receiver/v1/http/[UniqueHTTPCollectorCode]'],
      },
    },
  ],
});

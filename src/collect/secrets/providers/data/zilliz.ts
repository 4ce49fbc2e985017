import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zilliz',
  name: 'Zilliz Cloud (Milvus)',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://cloud.zilliz.com/' },
  rules: [
    {
      id: 'zilliz-api-key',
      name: 'Zilliz Cloud API key',
      anchors: ['zilliz', 'milvus'],
      pattern: assigned('zilliz|milvus', 'token|api[_-]?key', '[0-9a-f]{60,100}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, change or delete every collection, and run up the bill.',
      samples: {
        yes: [
          'ZILLIZ_API_KEY={hex:72}',
          "new MilvusClient({ address: 'in01.vectordb.zillizcloud.com:443', token: '{hex:96}' })",
        ],
        no: ['ZILLIZ_API_KEY=your_api_key', 'API_KEY={hex:72}', 'MILVUS_TOKEN=root:Milvus'],
      },
    },
  ],
});

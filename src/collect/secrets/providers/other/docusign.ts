import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'docusign',
  name: 'DocuSign',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://admindemo.docusign.com/apps-and-keys' },
  rules: [
    {
      id: 'docusign-secret-key',
      name: 'DocuSign secret key',
      anchors: ['docusign', 'docu_sign'],
      pattern: assigned('docu[_.-]?sign', 'secret', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With a grant, read and send contracts as your app.',
      samples: {
        yes: ['DOCUSIGN_SECRET_KEY={uuid}', "docusignSecretKey: '{uuid}'"],
        no: ['DOCUSIGN_SECRET_KEY=your_docusign_secret_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});

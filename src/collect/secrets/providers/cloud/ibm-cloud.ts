import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ibm-cloud',
  name: 'IBM Cloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.ibm.com/iam/apikeys',
  },
  rules: [
    {
      id: 'ibm-cloud-api-key',
      name: 'IBM Cloud API key',
      anchors: ['ibm_', 'ibm-', 'ibmcloud', 'bluemix', 'watson'],
      pattern: assigned(String.raw`ibm[_-]?cloud|\bibm[_-]|bluemix|watsonx?`, KEY, String.raw`[\w-]{44}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Act as the IBM Cloud user or service: services, storage, Watson models.',
      samples: {
        yes: ['IBMCLOUD_API_KEY={base64url:43}a', 'watson: { apikey: "{alnum:44}" }'],
        no: ['IBM_CLOUD_API_KEY=your-key', 'IBM_CLOUD_REGION={alnum:44}'],
      },
    },
  ],
});

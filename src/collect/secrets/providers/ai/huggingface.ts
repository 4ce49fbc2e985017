import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'huggingface',
  name: 'Hugging Face',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://huggingface.co/settings/tokens',
    notes: ['Make a fine-grained token with only the repositories and the inference right that the app uses.'],
  },
  rules: [
    {
      id: 'huggingface-access-token',
      name: 'Hugging Face access token',
      anchors: ['hf_'],
      pattern: /\b(hf_[0-9A-Za-z]{34})(?![\w-])/,
      power: 'data',
      impact: 'Read your private models and datasets; a write token can replace them with poisoned ones.',
      verify: {
        url: 'https://huggingface.co/api/whoami-v2',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['HF_TOKEN=hf_{alnum:34}', 'new HfInference("hf_{alnum:34}")'],
        no: ['hf_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'shf_generated_metadata', 'HF_TOKEN=hf_abc'],
      },
    },
    {
      id: 'huggingface-org-token',
      name: 'Hugging Face organization token',
      anchors: ['api_org_'],
      pattern: /\b(api_org_[0-9A-Za-z]{34})(?![\w-])/,
      power: 'data',
      impact: 'Read the private models and datasets of the organization.',
      verify: {
        url: 'https://huggingface.co/api/whoami-v2',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['HF_ORG_TOKEN=api_org_{alnum:34}', '"api_org_{alnum:34}"'],
        no: ['api_org_controller', 'api_org_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX'],
      },
    },
  ],
});

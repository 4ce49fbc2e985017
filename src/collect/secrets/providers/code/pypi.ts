import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pypi',
  name: 'PyPI',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://pypi.org/manage/account/token/',
    notes: ['Check the versions of your packages published since the leak.'],
  },
  rules: [
    {
      id: 'pypi-api-token',
      name: 'PyPI API token',
      anchors: ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZ'],
      pattern: /\b(pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZ)[\w-]{50,1000})(?![\w-])/,
      reach: [16, 1060],
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your Python packages.',
      samples: {
        yes: ['TWINE_PASSWORD=pypi-AgEIcHlwaS5vcmc{base64url:150}', 'password = pypi-AgEIcHlwaS5vcmc{base64url:120}'],
        no: ['pypi-AgEIcHlwaS5vcmc...', 'pypi-AgEIcHlwaS5vcmc{alnum:10}'],
      },
    },
  ],
});

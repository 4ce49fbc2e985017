import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lambdatest',
  name: 'LambdaTest',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://accounts.lambdatest.com/security' },
  rules: [
    {
      id: 'lambdatest-access-key',
      name: 'LambdaTest access key',
      anchors: ['lambdatest', 'lambda_test', 'lt_access', 'ltaccess'],
      pattern: assigned('(?:lambda[_.-]?test|lt[_.-]?access)', 'key', '(?:LT_)?[A-Za-z0-9]{47,50}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run tests on your plan and see recordings of yours.',
      samples: {
        yes: ['LT_ACCESS_KEY={alnum:50}', "ltAccessKey: '{alnum:50}'"],
        no: ['LT_ACCESS_KEY=your_lt_access_key', 'checksum = "{alnum:50}"'],
      },
    },
  ],
});

import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'codeclimate',
  name: 'Code Climate',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://codeclimate.com/profile/tokens' },
  rules: [
    {
      id: 'codeclimate-test-reporter-id',
      name: 'Code Climate test reporter ID',
      anchors: ['cc_test_reporter', 'cctestreporter', 'code_climate', 'codeclimate'],
      pattern: assigned('cc(?=[_.-]?test[_.-]?reporter)|code[_.-]??climate', 'reporter|token', '[0-9a-f]{64}|[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: "Upload made-up coverage; an API token reads your code's analysis.",
      samples: {
        yes: ['CC_TEST_REPORTER_ID={hex:64}', "ccTestReporterId: '{hex:64}'"],
        no: ['CC_TEST_REPORTER_ID=your_cc_test_reporter_id', 'checksum = "{hex:64}"'],
      },
    },
  ],
});

import { defineCheck } from '../../../model/check.ts';
import { again } from '../environment/words.ts';
import { printable } from '../leak/text.ts';

export default defineCheck({
  id: 'secrets/ci-prints-secret',
  stage: 'secrets',
  bar: ['M2'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No CI job prints a secret', fail: 'A CI job prints a secret into its log' },
  why: 'Build logs are read by everyone with access to the repository, by everybody when it is public, and are kept for months; a CI hides a value only when it appears exactly as stored, so parts, encoded forms and lines of a JSON key stay readable.',
  references: [
    'CWE-532',
    'https://docs.github.com/en/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions',
  ],
  needs: ['pipeline.files'],
  evaluate: ({ 'pipeline.files': pipeline }) => {
    if (pipeline.workflows.length === 0) return 'not-applicable';
    return pipeline.workflows.flatMap((workflow) =>
      workflow.prints.map((print) => ({
        key: `${workflow.path} ${print.text}`,
        where: { path: workflow.path, line: print.line },
        proof: {
          kind: 'file' as const,
          text: `${printable(workflow.path)}:${print.line} runs \`${printable(print.text)}\`, which prints ${printable(print.what)}.`,
        },
        data: { path: workflow.path, line: print.line },
      })),
    );
  },
  fix: (defect) => {
    const { path, line } = defect.data as { path: string; line: number };
    return {
      steps: [
        `Take the command out of ${printable(path)}:${line}. To see whether a secret is set, test it: [ -n "$NAME" ] && echo "NAME is set".`,
        'Open the logs of past runs; where the value can be read in any form, rotate it, then delete those logs.',
        'Give a secret to the one step that needs it, through env:, not to the whole job.',
      ],
      verify: again('ci-prints-secret'),
    };
  },
});

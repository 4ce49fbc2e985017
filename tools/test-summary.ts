/** The end of `npm test`: what failed, by name, then the counts. These lines come last since the end is what a shortened log keeps. Usage: test-summary.ts <vitest report> <steps that passed> [name of each failed step]. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import process from 'node:process';

interface VitestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Undefined when vitest ended before it could write one. */
const readReport = (file: string): VitestReport | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
};

const [file = '', steps = '0', ...failedSteps] = process.argv.slice(2);
const report = readReport(file);
const failedTests = (report?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
  const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
  // A file that could not be loaded has no test that failed.
  return (failed.length === 0 && status === 'failed' ? ['(the file itself)'] : failed).map(
    (test) => `${relative(process.cwd(), name)}: ${test}`,
  );
});
for (const step of failedSteps) console.log(`failed step: ${step}`);
for (const test of failedTests) console.log(`failed test: ${test}`);
console.log(`steps: ${steps} passed, ${failedSteps.length} failed`);
console.log(`${report?.numPassedTests ?? 0} passed, ${Math.max(failedTests.length, failedSteps.length)} failed`);

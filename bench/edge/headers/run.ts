import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unexplained } from '../unexplained.ts';
import { npmPeer } from '../npm-peer.ts';
import { ownFindings } from './ours.ts';
import { openSites, SITES, type Sites } from './sites.ts';
import { REASONS } from './reasons.ts';

interface Told {
  grade?: string;
  problem?: string;
  tests?: Readonly<Record<string, { pass: boolean; result: string }>>;
}

const askOracle = async (folder: string, { http, https, root }: Sites): Promise<Record<string, Told>> => {
  const files = mkdtempSync(join(tmpdir(), 'launch-ready-oracle-'));
  const ca = join(files, 'ca.pem');
  writeFileSync(ca, root);
  const args = [join(import.meta.dirname, 'oracle.ts'), folder, String(http), String(https), ...Object.keys(SITES)];
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: ca };
  const [problem, out] = await new Promise<[string, string]>((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 8e6 }, (_, stdout, stderr) => resolve([stderr, stdout]));
  });
  rmSync(files, { recursive: true });
  if (out === '') throw new Error(`the analyser ended without a word: ${problem.trim().split('\n').at(-1)}`);
  return JSON.parse(out) as Record<string, Told>;
};

/** Tests that `launch-ready edge` asks too. */
const ASKED = [
  'content-security-policy',
  'cookies',
  'cross-origin-resource-sharing',
  'redirection',
  'referrer-policy',
  'strict-transport-security',
  'subresource-integrity',
  'x-content-type-options',
  'x-frame-options',
];

/** Headers beside MDN's HTTP Observatory analyser, a development oracle that knows nothing of the app. */
export const headersBench = async (): Promise<void> => {
  const peer = await npmPeer('@mdn/mdn-http-observatory', '1.4.8');
  if (peer === null) return;
  const sites = await openSites();
  const { found, seconds } = await ownFindings(sites);
  const told = await askOracle(peer.folder, sites);
  sites.close();
  const lines: string[] = [];
  const alone: string[] = [];
  let same = 0;
  for (const [host, { about }] of Object.entries(SITES)) {
    const { tests = {}, grade = '', problem } = told[host] ?? {};
    if (problem !== undefined) lines.push(`  ${host}: the analyser could not tell: ${problem}`);
    const ours = found.get(host) ?? [];
    for (const [test, { pass, result }] of Object.entries(tests)) {
      const finding = ours.find((one) => one.test === test);
      const isAsked = ASKED.includes(test);
      if (isAsked && pass === (finding === undefined)) same++;
      else if (isAsked || !pass)
        lines.push(
          `  ${host} (${about}; its grade ${grade}), ${test}: it ${pass ? 'passes' : 'fails'} it (${result}), we ${finding === undefined ? 'find nothing' : `say “${finding.text}”`}\n    ${REASONS[`${host} ${test}`] ?? unexplained()}`,
        );
    }
    for (const { text } of ours.filter(({ test }) => test === null))
      alone.push(`  ${host} (${about}; its grade ${grade}): “${text}”`);
  }
  console.log(
    `  analyser ${peer.version}; ${Object.keys(SITES).length} sites, ${ASKED.length} tests that we ask too: the same verdict ${same} times`,
  );
  console.log(`  (ours of all sites, TLS included, in ${seconds.toFixed(2)} s)`);
  console.log('  Where they differ, and what it asks that we do not:');
  for (const line of lines) console.log(line);
  console.log('  What it has no test for:');
  for (const line of alone) console.log(line);
};

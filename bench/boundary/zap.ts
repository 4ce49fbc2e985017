import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools/bazaar/shell.ts';

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>bench</groupId><artifactId>zap</artifactId><version>1</version>
<dependencies><dependency><groupId>org.zaproxy</groupId><artifactId>zap</artifactId><version>2.17.0</version></dependency></dependencies></project>`;

/** Tries to install ZAP from Maven Central and to start it; gives one sentence: why it has no time, or that it starts. */
export const tryZap = async (into: string): Promise<string> => {
  mkdirSync(into, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'launch-ready-zap-'));
  try {
    writeFileSync(join(into, 'pom.xml'), POM);
    const maven = await run('mvn', ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=jars'], {
      cwd: into,
    });
    if (maven.code !== 0) return `Maven could not get it: ${firstLine(maven.stdout || maven.stderr)}`;
    const args = ['-cp', join(into, 'jars/*'), 'org.zaproxy.zap.ZAP', '-cmd', '-version', '-dir', home];
    const { stdout, stderr } = await run('java', args);
    const said = `${stdout}\n${stderr}`.split('\n').find((line) => line.startsWith('Failed to start'));
    return said === undefined
      ? 'its core 2.17.0 starts, but no scan of it is written here'
      : `its core 2.17.0 installs, but says “${said.trim()}”; its scan rules are add-ons, and those are not on Maven Central.`;
  } catch (error) {
    return `Maven or Java is missing: ${firstLine((error as Error).message)}`;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

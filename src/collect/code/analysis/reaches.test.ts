import { expect, test } from 'vitest';
import { extractEndpoints } from '../endpoints/registry.ts';
import { programOf } from '../testing/program-of.ts';
import { analyse } from './analyse.ts';

/** What a handler of Express runs or opens that its caller chose. */
const reached = async (lines: string): Promise<string[]> => {
  const program = await programOf({
    'src/app.ts': `import express from 'express';
import { exec, execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
const run = promisify(exec);
const inside = (name) => path.join('/files', name);
const app = express();
app.get('/files/:name', async (req, res) => {\n${lines}\n});`,
  });
  return extractEndpoints(program).endpoints.flatMap((one) =>
    analyse(program, one).endpoint.flows.map(({ to, what }) => `${to} ${what}`),
  );
};

test.each([
  ['a command', 'exec(`convert ${req.query.file} out.png`);', ['code exec']],
  ['a promised command', "await run('convert ' + req.query.file);", ['code exec']],
  ['JavaScript', 'res.json(eval(req.query.rule));', ['code eval']],
  ['a function of it', 'const rule = new Function(req.query.rule);\nres.json(rule());', ['code Function']],
  ['a file', "res.send(await readFile(path.join('/files', req.params.name)));", ['path readFile']],
  ['a file by way of a function', 'res.send(await readFile(inside(req.params.name)));', ['path readFile']],
  [
    'a file that is sent',
    'const file = path.resolve("/files", req.params.name);\nres.sendFile(file);',
    ['path res.sendFile'],
  ],
])('%s', async (_, lines, expected) => expect(await reached(lines)).toEqual(expected));

test.each([
  ['arguments without a shell', "execFile('convert', [req.query.file]);"],
  ['a command of the code', "exec('git rev-parse HEAD');"],
  ['a regular expression', 'res.json(/a/.exec(req.query.rule));'],
  ['a name without folders', "res.send(await readFile(path.join('/files', path.basename(req.params.name))));"],
  ['a number', 'res.send(await readFile(`/files/${Number(req.params.name)}.png`));'],
  [
    'kept inside',
    "const file = path.resolve('/files', req.params.name);\nif (!file.startsWith('/files/')) return res.sendStatus(404);\nres.send(await readFile(file));",
  ],
  [
    'one of a list',
    "if (!['a', 'b'].includes(req.params.name)) return res.sendStatus(404);\nres.send(await readFile('/files/' + req.params.name));",
  ],
  ['with a root of its own', "res.sendFile(req.params.name, { root: '/files' });"],
])('nothing: %s', async (_, lines) => expect(await reached(lines)).toEqual([]));

import { expect, test } from 'vitest';
import { programOf } from '../testing/program-of.ts';
import { findPatterns } from './registry.ts';

const found = async (text: string): Promise<string[]> =>
  findPatterns(await programOf({ 'src/upload.ts': text })).flatMap(({ kind, what, tells = [] }) =>
    kind === 'upload' ? [`${what}: ${tells.join(' ')}`] : [],
  );

test.each([
  [
    'the name of a file of a form',
    `import { writeFile } from 'node:fs/promises';
import path from 'node:path';
export async function POST(request) {
  const data = await request.formData();
  const file = data.get('file');
  const target = path.join(process.cwd(), 'public/uploads', file.name);
  await writeFile(target, Buffer.from(await file.arrayBuffer()));
}`,
    'file.name: name',
  ],
  [
    'a name behind a time',
    `import fs from 'fs';
export const save = async (formData) => {
  const photo = formData.get('photo');
  const { name } = photo;
  fs.writeFileSync(\`./uploads/\${Date.now()}-\${name}\`, await photo.bytes());
};`,
    'photo.name: name',
  ],
  [
    'a folder, any size and any type',
    `import multer from 'multer';\nexport const upload = multer({ dest: 'uploads/' });`,
    'multer: size type',
  ],
  [
    'any size in memory',
    `const multer = require('multer');\nexports.upload = multer({ storage: multer.memoryStorage() });`,
    'multer: size',
  ],
  [
    'any type on disk',
    `import multer from 'multer';\nconst storage = multer.diskStorage({ destination: 'public' });\nexport const upload = multer({ storage, limits: { fileSize: 1e6 } });`,
    'multer: type',
  ],
])('%s', async (_, text, expected) => expect(await found(text)).toEqual([expected]));

test.each([
  [
    'a name of its own',
    `import { writeFile } from 'node:fs/promises';
export const save = async (form) => { const file = form.get('file'); await writeFile(\`uploads/\${crypto.randomUUID()}\`, await file.bytes()); };`,
  ],
  [
    'the last part of the name',
    `import { writeFile } from 'node:fs/promises';
import path from 'node:path';
export const save = async (form) => { const file = form.get('file'); await writeFile(path.join('uploads', path.basename(file.name)), await file.bytes()); };`,
  ],
  [
    'a name of something else',
    `import fs from 'fs';\nexport const save = (user) => fs.writeFileSync(\`out/\${user.name}.json\`, '{}');`,
  ],
  [
    'limits and a filter',
    `import multer from 'multer';\nexport const upload = multer({ dest: 'u', limits: { fileSize: 1e6 }, fileFilter });`,
  ],
  ['options from elsewhere', `import multer from 'multer';\nexport const upload = multer(options);`],
])('nothing is said of %s', async (_, text) => expect(await found(text)).toEqual([]));

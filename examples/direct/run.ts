import { parseArgs } from 'node:util';
import { startTwin } from './server.ts';

const { values } = parseArgs({ options: { twin: { type: 'string', default: 'open' } } });
if (values.twin !== 'open' && values.twin !== 'closed') throw new Error('--twin is open or closed');

const { app, data } = await startTwin(values.twin);
console.log(`The page:  ${app}\nIts data:  ${data}\n\nnpx launch-ready --target ${app} --target ${data} --sign-up`);

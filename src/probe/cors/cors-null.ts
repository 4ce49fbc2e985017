import { makeProbe } from '../accounts/observe.ts';
import { SUBJECT } from './subject.ts';
import { tryOrigins } from './try-origins.ts';

export const corsNull = makeProbe({
  id: 'cors-null',
  tries: 'whether the origin “null” may read private answers',
  mode: 'read',
  requests: 4,
  subject: SUBJECT,
  run: (context) => tryOrigins(context, ['null'], 4),
});

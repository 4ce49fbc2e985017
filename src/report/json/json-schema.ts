import { z } from 'zod';
import { reviewSchema } from './schema.ts';

/** JSON Schema 2020-12 of a Review. Objects may hold more members than it names: a newer minor version adds some. */
export const reviewJsonSchema = (): object => {
  const { $schema, ...schema } = z.toJSONSchema(reviewSchema, {
    target: 'draft-2020-12',
    io: 'input',
    reused: 'inline',
  });
  return { $schema, title: 'Launch Ready review', description: 'The whole result of one review', ...schema };
};

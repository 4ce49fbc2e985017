import type { Request } from 'express';
import { HttpError } from './errors.ts';
import { html, type Html } from './html.ts';

/** The fields of a posted form, without the token that every form carries. */
export const formFields = (req: Request): Record<string, unknown> => {
  const { _csrf, ...fields } = (req.body ?? {}) as Record<string, unknown>;
  return fields;
};

/** What to show above a form that was refused. Anything that is not the user's to mend goes on to the error handler. */
export const formProblem = (error: unknown): HttpError => {
  if (error instanceof HttpError && error.status < 500 && error.status !== 404) return error;
  throw error;
};

/** A text after a redirect: the address names one of `texts`, and can say nothing else. */
export const doneNotice = (req: Request, texts: Readonly<Record<string, string>>): string | undefined =>
  typeof req.query.done === 'string' && Object.hasOwn(texts, req.query.done) ? texts[req.query.done] : undefined;

/** Why a form was refused, above it. */
export const problemBox = (problem: HttpError | undefined): Html | false =>
  problem !== undefined &&
  html`<div class="notice" role="alert">
    <p>${problem.message}</p>
    ${
      problem.fields &&
      html`<ul>
        ${Object.entries(problem.fields).map(([name, message]) => html`<li><b>${name}</b>: ${message}</li>`)}
      </ul>`
    }
  </div>`;

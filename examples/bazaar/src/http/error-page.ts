import type { Request } from 'express';
import type { HttpError } from './errors.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';

const HEADINGS: Readonly<Record<number, string>> = {
  400: 'That did not work',
  403: 'Not allowed',
  404: 'Not found',
  409: 'That did not work',
  429: 'Too fast',
};

export const errorPage = (req: Request, { status, message, fields }: HttpError): Html =>
  layout(req, {
    title: HEADINGS[status] ?? 'Something went wrong',
    main: html`<section class="narrow">
      <h1>${HEADINGS[status] ?? 'Something went wrong'}</h1>
      <p>${message}</p>
      ${
        fields &&
        html`<ul>
          ${Object.entries(fields).map(([name, text]) => html`<li><b>${name}</b>: ${text}</li>`)}
        </ul>`
      }
      <p><a href="/">Back to the front page</a></p>
    </section>`,
  });

import type { Request } from 'express';
import type { HttpError } from '../../http/errors.ts';
import { doneNotice, problemBox } from '../../http/form.ts';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout } from '../../http/layout.ts';

/** Texts after a redirect; the address names one of them, and can say nothing else. */
const DONE: Readonly<Record<string, string>> = {
  verified: 'Your e-mail address is confirmed.',
  reset: 'Your new password works. Please log in.',
  sent: 'If the address can get one, a mail is on its way.',
};

const typed = (req: Request, name: string): string => {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === 'string' ? value : '';
};

const page = (req: Request, title: string, main: Html): Html =>
  layout(req, {
    title,
    notice: doneNotice(req, DONE),
    main: html`<section class="narrow">
      <h1>${title}</h1>
      ${main}
    </section>`,
  });

const emailInput = (value: string): Html =>
  html`<label
    >E-mail<input name="email" type="email" required maxlength="254" autocomplete="email" value="${value}"
  /></label>`;

const newPasswordInput = html`<label
  >Password<input
    name="password"
    type="password"
    required
    minlength="10"
    maxlength="128"
    autocomplete="new-password"
  /><small>At least 10 characters. Three words that do not belong together are good.</small></label
>`;

export const signUpPage = (req: Request, problem?: HttpError): Html =>
  page(
    req,
    'Sign up',
    html`${problemBox(problem)}
      <form class="stack" method="post" action="/sign-up">
        ${csrfField(req)}
        <label
          >Name<input name="name" required maxlength="80" autocomplete="name" value="${typed(req, 'name')}"
        /></label>
        ${emailInput(typed(req, 'email'))}${newPasswordInput}<button>Sign up</button>
      </form>
      <p class="meta">You have an account? <a href="/login">Log in</a></p>`,
  );

export const loginPage = (
  req: Request,
  { next, admin, problem }: { next: string; admin: boolean; problem?: HttpError },
): Html =>
  page(
    req,
    admin ? 'Log in to the admin area' : 'Log in',
    html`${problemBox(problem)}
      <form class="stack" method="post" action="/login">
        ${csrfField(req)}<input type="hidden" name="next" value="${next}" /> ${emailInput(typed(req, 'email'))}<label
          >Password<input
            name="password"
            type="password"
            required
            maxlength="128"
            autocomplete="current-password" /></label
        ><button>Log in</button>
      </form>
      ${!admin && html`<p class="meta"><a href="/forgot-password">Forgot your password?</a> <a href="/sign-up">Sign up</a></p>`}`,
  );

export const forgotPasswordPage = (req: Request): Html =>
  page(
    req,
    'Forgot your password?',
    html`<p>We send you a link to choose a new one.</p>
      <form class="stack" method="post" action="/forgot-password">
        ${csrfField(req)}${emailInput('')}<button>Send the link</button>
      </form>`,
  );

/** The token is a field of the form: whatever only opens the link, as mail scanners do, does not use it up. */
export const resetPasswordPage = (req: Request, token: unknown, problem?: HttpError): Html =>
  page(
    req,
    'Choose a new password',
    typeof token === 'string'
      ? html`${problemBox(problem)}
          <form class="stack" method="post" action="/reset-password">
            ${csrfField(req)}<input type="hidden" name="token" value="${token}" />${newPasswordInput}<button>
              Save
            </button>
          </form>`
      : html`<p>This link is not complete. <a href="/forgot-password">Ask for a new one</a>.</p>`,
  );

export const verifyEmailPage = (req: Request, problem?: HttpError): Html => {
  const { token } = req.query;
  const email = typed(req, 'email') || (req.user?.email ?? '');
  return page(
    req,
    'Confirm your e-mail address',
    typeof token === 'string'
      ? html`<form class="stack" method="post" action="/verify-email">
          ${csrfField(req)}<input type="hidden" name="token" value="${token}" />
          <p>One press, and your address is confirmed.</p>
          <button>Confirm my address</button>
        </form>`
      : html`${problemBox(problem)}
          <p>Type the code from the mail, or open the link in it.</p>
          <form class="stack" method="post" action="/verify-code">
            ${csrfField(req)}${emailInput(email)}<label
              >Code<input
                name="code"
                required
                inputmode="numeric"
                pattern="[0-9]{6}"
                maxlength="6"
                autocomplete="one-time-code" /></label
            ><button>Confirm</button>
          </form>
          <details>
            <summary>No mail?</summary>
            <form class="stack" method="post" action="/resend-verification">
              ${csrfField(req)}${emailInput(email)}<button class="quiet">Send a new code</button>
            </form>
          </details>`,
  );
};

import type { Request } from 'express';
import type { HttpError } from '../../http/errors.ts';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, when } from '../../http/layout.ts';
import type { SessionView } from '../auth/schemas.ts';
import { doneNotice, problemBox } from '../../http/form.ts';
import type { OwnProfile } from './schemas.ts';

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  password: 'Your password was changed. You were logged out everywhere else.',
  mail: 'Please look into the mail of your new address.',
  email: 'Your new e-mail address is confirmed.',
  verified: 'Your e-mail address is confirmed.',
  session: 'That session has ended.',
};

interface Account {
  profile: OwnProfile;
  sessions: readonly SessionView[];
  problem?: HttpError;
}

export const accountPage = (req: Request, { profile, sessions, problem }: Account): Html =>
  layout(req, {
    title: 'Your account',
    notice: doneNotice(req, DONE),
    main: html`<section class="narrow">
      <h1>Your account</h1>
      ${problemBox(problem)}
      <p class="meta">
        ${profile.email}
        ${
          profile.verified
            ? html`<span class="tag">confirmed</span>`
            : html`<a href="/verify-email">Confirm your address</a>`
        }${profile.shop && html` <a href="/search?shop=${profile.shop.slug}">${profile.shop.name}</a>`}
      </p>
      ${profileForm(req, profile)}${passwordForm(req)}${emailForm(req)}
      <h2>Where you are logged in</h2>
      <table>
        <thead>
          <tr>
            <th>Browser</th>
            <th>Since</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${sessions.map((session) => sessionRow(req, session))}
        </tbody>
      </table>
    </section>`,
  });

const profileForm = (req: Request, profile: OwnProfile): Html =>
  html`<h2>Profile</h2>
    <form class="stack" method="post" action="/account">
      ${csrfField(req)}
      <label
        >Name<input name="name" required maxlength="80" autocomplete="name" value="${profile.name}" /><small
          >Everybody sees it.</small
        ></label
      >
      <label
        >About you<textarea name="bio" maxlength="1000" rows="3">${profile.bio}</textarea
        ><small>Everybody sees it.</small></label
      >
      <label
        >Phone<input name="phone" type="tel" maxlength="30" autocomplete="tel" value="${profile.phone}" /><small
          >Only you see it.</small
        ></label
      >
      <label
        >Address<textarea name="address" maxlength="500" rows="3" autocomplete="street-address">
${profile.address}</textarea
        ><small>Only you see it.</small></label
      >
      <button>Save</button>
    </form>`;

const passwordForm = (req: Request): Html =>
  html`<h2>Password</h2>
    <form class="stack" method="post" action="/account/password">
      ${csrfField(req)}
      <label
        >Current password<input
          name="currentPassword"
          type="password"
          required
          maxlength="128"
          autocomplete="current-password"
      /></label>
      <label
        >New password<input
          name="newPassword"
          type="password"
          required
          minlength="10"
          maxlength="128"
          autocomplete="new-password"
      /></label>
      <button>Change password</button>
    </form>`;

const emailForm = (req: Request): Html =>
  html`<h2>E-mail address</h2>
    <form class="stack" method="post" action="/account/email">
      ${csrfField(req)}
      <label>New address<input name="newEmail" type="email" required maxlength="254" autocomplete="email" /></label>
      <label
        >Password<input name="password" type="password" required maxlength="128" autocomplete="current-password"
      /></label>
      <button>Change address</button>
    </form>`;

const sessionRow = (req: Request, { id, userAgent, current, createdAt }: SessionView): Html =>
  html`<tr>
    <td>${userAgent || 'Unknown'}</td>
    <td>${when(createdAt)}</td>
    <td>
      ${current ? html`<span class="tag">this one</span>` : postButton(req, `/account/sessions/${id}/end`, 'End')}
    </td>
  </tr>`;

export const confirmEmailPage = (req: Request, token: unknown): Html =>
  layout(req, {
    title: 'Confirm your new address',
    main: html`<section class="narrow">
      <h1>Confirm your new address</h1>
      ${
        typeof token === 'string'
          ? html`<form class="stack" method="post" action="/account/email/confirm">
              ${csrfField(req)}<input type="hidden" name="token" value="${token}" /><button>This is my address</button>
            </form>`
          : html`<p>This link is not complete. <a href="/account">Ask for a new one</a>.</p>`
      }
    </section>`,
  });

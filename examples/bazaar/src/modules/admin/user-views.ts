import type { Request } from 'express';
import { role } from '../../db/schema.ts';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, postButton, when } from '../../http/layout.ts';
import type { AdminUser } from './schemas.ts';
import { table } from './parts.ts';

export const usersPage = (req: Request, users: readonly AdminUser[], q: string): Html =>
  layout(req, {
    title: 'Users',
    main: html`<h1>Users</h1>
      <form class="bar" action="/users" role="search">
        <label>Name or e-mail<input name="q" type="search" maxlength="100" value="${q}" /></label
        ><button class="quiet">Find</button>
      </form>
      ${table(
        ['Name', 'E-mail', 'Role', 'State', 'Since'],
        users.map(
          (user) =>
            html`<tr>
              <td><a href="/users/${user.id}">${user.name}</a></td>
              <td>${user.email}</td>
              <td>${user.role}</td>
              <td><span class="tag ${user.status}">${user.status}</span></td>
              <td>${when(user.createdAt)}</td>
            </tr>`,
        ),
        'Nobody like that.',
      )}`,
  });

export const userPage = (req: Request, user: AdminUser): Html =>
  layout(req, {
    title: user.name,
    main: html`<section class="narrow">
      <h1>${user.name}</h1>
      <p class="meta">
        ${user.email}
        <span class="tag ${user.status}">${user.status}</span> ${user.verified ? 'confirmed' : 'not confirmed'}
        ${user.shop && html`<span>${user.shop.name}</span>`}
      </p>
      ${
        user.id === req.user?.id
          ? html`<p class="notice">This is you. Another admin must change your account.</p>`
          : forms(req, user)
      }
    </section>`,
  });

const forms = (req: Request, user: AdminUser): Html =>
  html`<h2>Role</h2>
    <form class="stack" method="post" action="/users/${user.id}/role">
      ${csrfField(req)}<label
        >Role<select name="role">
          ${role.enumValues
            .filter((name) => name !== 'seller' || user.shop !== null)
            .map((name) =>
              name === user.role ? html`<option selected>${name}</option>` : html`<option>${name}</option>`,
            )}
        </select></label
      ><button>Change role</button>
    </form>
    <h2>Access</h2>
    ${
      user.status === 'active'
        ? html`<form class="stack" method="post" action="/users/${user.id}/suspend">
            ${csrfField(req)}<label
              >Reason<input name="reason" required minlength="3" maxlength="200" /><small
                >The user gets to read it.</small
              ></label
            ><button>Suspend</button>
          </form>`
        : postButton(req, `/users/${user.id}/reinstate`, 'Let in again', 'button')
    }`;

import type { Request } from 'express';
import { html, type Html } from '../../http/html.ts';
import { layout, postButton, when } from '../../http/layout.ts';
import type { Inbox, NotificationView } from './schemas.ts';

export const notificationsPage = (req: Request, { notifications, unread }: Inbox): Html =>
  layout(req, {
    title: 'Inbox',
    main: html`<section class="narrow">
      <div class="bar">
        <h1>Inbox</h1>
        ${unread > 0 && postButton(req, '/notifications/read-all', 'Mark all as read')}
      </div>
      ${
        notifications.length === 0
          ? html`<p class="empty-state">Nothing yet. News of your orders will stand here.</p>`
          : html`<ul class="list">
              ${notifications.map((notification) => item(req, notification))}
            </ul>`
      }
    </section>`,
  });

const item = (req: Request, { id, title, url, read, createdAt }: NotificationView): Html =>
  html`<li class="row${read ? '' : ' unread'}">
    <div>
      <a href="${url}">${title}</a>
      <p class="meta">${!read && html`<span class="tag">New</span>`}${when(createdAt)}</p>
    </div>
    ${!read && postButton(req, `/notifications/${id}/read`, 'Mark as read')}
  </li>`;

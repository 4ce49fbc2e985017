import type { Request } from 'express';
import type { HttpError } from '../../http/errors.ts';
import { problemBox } from '../../http/form.ts';
import { html, type Html } from '../../http/html.ts';
import { csrfField, layout, when } from '../../http/layout.ts';
import { table } from './parts.ts';
import type { AuditEntryView, Coupon } from './schemas.ts';

export const couponsPage = (req: Request, coupons: readonly Coupon[], problem?: HttpError): Html =>
  layout(req, {
    title: 'Coupons',
    main: html`<h1>Coupons</h1>
      ${table(
        ['Code', 'Off', 'Used', 'Until'],
        coupons.map(
          (coupon) =>
            html`<tr>
              <td>${coupon.code}</td>
              <td>${coupon.percentOff} %</td>
              <td>${coupon.usedCount} of ${coupon.maxUses}</td>
              <td>${when(coupon.expiresAt)}</td>
            </tr>`,
        ),
        'No coupons yet.',
      )}
      <section class="narrow">
        <h2>New coupon</h2>
        ${problemBox(problem)}
        <form class="stack" method="post" action="/coupons">
          ${csrfField(req)}
          <label>Code<input name="code" required minlength="4" maxlength="24" pattern="[A-Za-z0-9\\-]+" /></label>
          <label>Per cent off<input name="percentOff" type="number" required min="1" max="90" /></label>
          <label>How often<input name="maxUses" type="number" required min="1" max="100000" /></label>
          <label>Last day<input name="expiresOn" type="date" required /></label><button>Make it</button>
        </form>
      </section>`,
  });

interface Place {
  limit: number;
  offset: number;
}

export const auditLogPage = (req: Request, entries: readonly AuditEntryView[], { limit, offset }: Place): Html =>
  layout(req, {
    title: 'Audit log',
    main: html`<h1>Audit log</h1>
      ${table(
        ['When', 'Who', 'What', 'To', 'Facts'],
        entries.map(
          (entry) =>
            html`<tr>
              <td>${when(entry.createdAt)}</td>
              <td>${entry.actor?.name ?? 'the system'}</td>
              <td>${entry.action}</td>
              <td>${entry.subject.type} ${entry.subject.id.slice(0, 24)}</td>
              <td>
                ${Object.entries(entry.detail)
                  .map(([name, value]) => `${name}: ${String(value)}`)
                  .join(', ')}
              </td>
            </tr>`,
        ),
        'Nothing was done yet.',
      )}
      <p class="bar">
        ${offset > 0 && html`<a href="/audit-log?limit=${limit}&offset=${Math.max(0, offset - limit)}">Newer</a>`}${entries.length === limit && html`<a href="/audit-log?limit=${limit}&offset=${offset + limit}">Older</a>`}
      </p>`,
  });

import { html, type Html } from '../../http/html.ts';

/** A table, or a sentence when it would be empty. */
export const table = (heads: readonly string[], rows: readonly Html[], empty: string): Html =>
  rows.length === 0
    ? html`<p class="empty-state">${empty}</p>`
    : html`<table>
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`;

/** Shows one state only. */
export const statusFilter = (action: string, choices: readonly string[], chosen: string | undefined): Html =>
  html`<form class="bar" action="${action}">
    <label
      >State<select name="status">
        <option value="">all</option>
        ${choices.map((choice) =>
          choice === chosen
            ? html`<option value="${choice}" selected>${choice}</option>`
            : html`<option value="${choice}">${choice}</option>`,
        )}
      </select></label
    ><button class="quiet">Show</button>
  </form>`;

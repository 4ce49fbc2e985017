import { tagsOf, type Tag } from './html.ts';

export interface Field {
  name: string;
  type: string;
  required: boolean;
  value: string;
  options?: string[];
  limits: ReadonlyMap<string, string>;
}

export interface Form {
  action: string;
  method: string;
  enctype: string;
  fields: Field[];
}

export interface Page {
  links: string[];
  /** Pictures and other files that the page shows. */
  media: string[];
  scripts: string[];
  inline: string[];
  forms: Form[];
  /** Requests that attributes speak of: htmx and its like with a method, data attributes without. */
  hints: { method?: string; url: string }[];
}

const MOST = 1_000;
const HTMX = /^(?:data-)?(?:hx|ic|up|fx)-(get|post|put|patch|delete)(?:-to|-from)?$/;
const LIMITS = ['maxlength', 'minlength', 'min', 'max', 'pattern', 'step', 'accept', 'multiple'];

/** Links, scripts, forms and hints of a page. */
export const readPage = (html: string): Page => {
  const page: Page = { links: [], media: [], scripts: [], inline: [], forms: [], hints: [] };
  let base: string | undefined;
  let form: Form | undefined;
  let select: Field | undefined;
  for (const tag of tagsOf(html)) {
    const get = (name: string): string => tag.attributes.get(name) ?? '';
    if (tag.closing) {
      if (tag.name === 'form') form = undefined;
      if (tag.name === 'select') select = undefined;
      continue;
    }
    hintsOf(tag, page);
    switch (tag.name) {
      case 'base':
        base ??= get('href');
        break;
      case 'a':
      case 'area':
        if (get('href') !== '') page.links.push(get('href'));
        break;
      case 'iframe':
      case 'frame':
        if (get('src') !== '') page.links.push(get('src'));
        break;
      case 'img':
      case 'source':
      case 'video':
      case 'audio':
      case 'embed':
        if (get('src') !== '' && page.media.length < MOST) page.media.push(get('src'));
        break;
      case 'link':
        if (/^(?:next|prev|alternate|canonical)$/i.test(get('rel'))) page.links.push(get('href'));
        if (/modulepreload/i.test(get('rel')) || (/preload/i.test(get('rel')) && get('as') === 'script'))
          page.scripts.push(get('href'));
        break;
      case 'script':
        if (get('src') !== '') page.scripts.push(get('src'));
        else if (/^$|javascript|module/i.test(get('type')) && tag.text.trim() !== '') page.inline.push(tag.text);
        break;
      case 'form':
        form = {
          action: get('action'),
          method: (get('method') || 'get').toUpperCase(),
          enctype: get('enctype'),
          fields: [],
        };
        if (page.forms.length < 200) page.forms.push(form);
        break;
      case 'option':
        if (select !== undefined && (select.options?.length ?? 0) < 200) (select.options ??= []).push(get('value'));
        break;
      case 'button':
      case 'input':
      case 'select':
      case 'textarea': {
        const field = fieldOf(tag);
        if (form !== undefined && get('formaction') !== '') {
          const method = (get('formmethod') || form.method).toUpperCase();
          page.forms.push({ ...form, action: get('formaction'), method });
        }
        if (tag.name === 'select') select = field;
        if (form !== undefined && field.name !== '' && form.fields.length < 200) form.fields.push(field);
        break;
      }
      default:
    }
  }
  if (base !== undefined && base !== '') rebase(page, base);
  page.links = page.links.slice(0, MOST);
  page.scripts = page.scripts.slice(0, 100);
  return page;
};

const fieldOf = ({ name: tag, attributes, text }: Tag): Field => ({
  name: attributes.get('name') ?? '',
  type:
    tag === 'input' || tag === 'button'
      ? (attributes.get('type') ?? (tag === 'button' ? 'submit' : 'text')).toLowerCase()
      : tag,
  required: attributes.has('required'),
  value: (tag === 'textarea' ? text : (attributes.get('value') ?? '')).slice(0, 5_000),
  limits: new Map(LIMITS.filter((name) => attributes.has(name)).map((name) => [name, attributes.get(name) ?? ''])),
});

const hintsOf = ({ attributes, name: tag }: Tag, { hints }: Page): void => {
  for (const [name, value] of attributes) {
    if (hints.length >= MOST || value.length > 1_000) return;
    const method = HTMX.exec(name)?.[1];
    if (method !== undefined) hints.push({ method: method.toUpperCase(), url: value });
    else if (
      name.startsWith('data-') &&
      tag !== 'script' &&
      /^(?:\/[a-z][\w\-./~%]*(?:\?\S*)?|https?:\/\/\S+)$/i.test(value)
    )
      hints.push({ url: value });
  }
};

const rebase = (page: Page, base: string): void => {
  const onto = (url: string): string => (/^(?:[a-z]+:|\/|#|\?)/i.test(url) ? url : base.replace(/[^/]*$/, '') + url);
  page.links = page.links.map(onto);
  page.scripts = page.scripts.map(onto);
};

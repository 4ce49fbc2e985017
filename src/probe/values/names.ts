/** What a field is by its name and by what it is part of. */
export type FieldClass = 'private' | 'public' | 'server' | 'plain';

/** `shippingAddress_line1` → shipping, address, line1. */
export const wordsOf = (name: string): string[] =>
  name
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

const SERVER =
  /^(?:_?id|uuid|guid|(?:created|updated|deleted|modified|published|verified|paid|shipped)(?: (?:at|on|by|date))?|role|roles|permissions?|scopes?|status|state|owner|(?:owner|user|author|seller|buyer|customer|creator|tenant|account|shop|store|vendor|merchant|organi[sz]ation|org)(?: (?:id|uuid))|is \w+|admin|verified|featured|approved|balance|totals?|sub ?totals?|total \w+|(?:sub|grand) total \w*|rank|score|views|likes|count|etag|version|revision|links?|fee|commission|discount)$/;

const PUBLIC =
  /(?:^| )(?:title|headline|description|summary|slug|tags?|categor(?:y|ies)|bio|about|tagline|name|label|caption|sku|brand|model|colou?r|size|rating|stars|display|nick ?name|avatar|photo|image|picture|cover|logo|website|url)$/;

const PRIVATE =
  /(?:^| )(?:address(?:es)?|line ?[123]?|street ?\d?|house|apartment|phone|mobile|tel|telephone|fax|contact|e?mail|notes?|memo|iban|bic|account|holder|routing|draft|secret|internal|private|confidential|tax|vat|ssn|passport|licen[cs]e|birth|birthday|dob|medical|allergies|salary|income|recipient|receiver|payee|beneficiary|first ?name|last ?name|full ?name|surname|family ?name|given ?name|instructions?|message|reason|tracking|answer|evidence|complaint|remarks?|delivery|pickup|personal)(?: |$)/;

/** What belongs to few people, by the name of the thing. Its free text is private. */
const PRIVATE_THING =
  /(?:^| )(?:messages?|chats?|conversations?|threads?|notes?|tickets?|disputes?|refunds?|returns?|reports?|orders?|checkouts?|carts?|baskets?|address(?:es)?|payouts?|withdrawals?|invoices?|payments?|cards?|drafts?|applications?|claims?|complaints?|feedbacks?|bookings?|reservations?|enquir(?:y|ies)|inquir(?:y|ies)|offers?|bids?|quotes?|diar(?:y|ies)|documents?|deliver(?:y|ies)|shipping|billing|profiles?|me|contacts?|secrets?|vaults?|internal|private|support)(?: |$)/;
const PUBLIC_THING =
  /(?:^| )(?:reviews?|posts?|articles?|listings?|products?|items?|ads?|shops?|stores?|events?|tags?|categor(?:y|ies))(?: |$)/;
const FREE_TEXT =
  /(?:^| )(?:body|text|content|comments?|message|subject|details?|reason|description|title|name|question|city|company)$/;

export const isPrivateThing = (place: string): boolean => {
  const words = wordsOf(place).join(' ');
  return PRIVATE_THING.test(words) && !/(?:^| )reviews?(?: |$)/.test(words);
};

/** Values of these may be shown to nobody but their owner (and parties). `within`: names of what the field is part of, outermost first. */
export const classOf = (name: string, within: readonly string[]): FieldClass => {
  const own = wordsOf(name).join(' ');
  const around = within.flatMap(wordsOf).join(' ');
  if (SERVER.test(own)) return 'server';
  if (
    /(?:^| )(?:countr(?:y|ies)|currenc(?:y|ies)|locale|language|zip ?code|zip|postal ?code|post ?code|province|region|state|type|kind|method|iso|code)$/.test(
      own,
    )
  ) {
    return 'plain';
  }
  const thing = wordsOf(within[0] ?? '').join(' ');
  const isPublicThing = PUBLIC_THING.test(thing);
  if (PRIVATE.test(own) && !(isPublicThing && /^(?:reason|message|answer|delivery|remarks?)$/.test(own)))
    return 'private';
  if (FREE_TEXT.test(own) && isPrivateThing(around) && !isPublicThing) return 'private';
  if (PUBLIC.test(own)) return 'public';
  return 'plain';
};

/** Left out of nothing though optional: without it the thing cannot be sold. */
export const isStock = (name: string): boolean =>
  /(?:^| )(?:stock|inventory|in stock|available|quantity available|seats|capacity|units)(?: |$)/.test(
    wordsOf(name).join(' '),
  );

/** Members in which people’s own words stand. */
const TEXT =
  /^(?:descriptions?|content|body|bio|about|text|comments?|message|reviews?|notes?|title|headline|name|summary|caption|answer|question|reply|details|markdown|rich_?text|feedback)$/i;
/** Short ones that are pasted between tags. */
const PIECE =
  /^(?:user_?name|display_?name|first_?name|last_?name|full_?name|nick_?name|email|subject|label|address|city|location|company|shop_?name|query|search|url|image_?url|avatar_?url|status_?text|from|author|category|phone)$/i;

/** Things whose words the app’s own people write. */
const OWN =
  /^(?:t|i18n|intl|translations?|theme|config|settings?|constants|site|site_?config|meta|metadata|front_?matter|styles?|css|icons?|dict|strings|labels|copy|steps?|tabs?|options?|columns?|fields?|slides?|sections?|buttons?|menu|nav|toast|modal|dialog|chart|svg|seo|\w*errors?|\w*err|e|env|process|window|document|this|package|pkg|scopes?|plans?|faqs?|props|snippet|theme_?config|translate|tooltip)$/i;

export const isText = (name: string): boolean => TEXT.test(name);
export const isPiece = (name: string): boolean => TEXT.test(name) || PIECE.test(name);
export const isOwn = (name: string): boolean => OWN.test(name);

/** Before this the comment must begin or break, so that a sentence that tells what the code does is not taken for an order. */
const START = String.raw`(?:^|[-–—:;,.(]|\b(?:TODO|FIXME|XXX|HACK|NOTE)\b:?)\s*`;
const SOON = String.raw`(?:going\s+(?:in|to|into)\s+)?(?:to\s+)?(?:prod(?:uction)?|(?:the\s+)?launch(?:ing)?|go(?:ing)?[\s-]live|deploy(?:ing|ment)?|release|shipping)\b`;
const THING = String.raw`(?:\s+(?:this|these|it|me|all|that)(?:\s+\w+){0,2})?(?:\s+(?:with|to|by)\s+[\w -]{2,40}?)?`;

const ORDERS = [
  new RegExp(
    String.raw`${START}(?:remove|delete|replace|change|swap|update|disable|rotate)${THING}\s+(?:before|prior to)\s+${SOON}`,
    'i',
  ),
  new RegExp(String.raw`${START}(?:remove|delete|replace|change|swap)${THING}\s+(?:in|for|when)\s+${SOON}`, 'i'),
  new RegExp(String.raw`\b(?:TODO|FIXME|XXX|HACK)\b.{0,80}\b(?:before|prior to|when going)\s+(?:\w+\s+)?${SOON}`, 'i'),
];
/** The code plays at what the app is to do. */
const PLAYED = [
  /\bin (?:a |the )?real(?:[- ]world)? (?:app\w*|implementation|system|project|product|scenario)\b.{0,60}(?:\bwould\b|'d\b|\bshould\b|\buse\b|\breplace\b|\bcome\b|\bcomes\b)/i,
  /\bin (?:a )?production(?: app| environment| system)?,? (?:(?:this|that|these|it|you|we) ?(?:would|should|'d|'ll want|must)\b|(?:use|replace with|integrate|call|connect to|implement) (?:an?|the actual|real|proper|your)\b|replace\b)/i,
];
const MAY_BE = /prod|launch|live|deploy|release|shipping|\breal\b/i;

/** Whether a text could hold such a comment at all: asked of whole files. */
export const mayHoldNotes = (text: string): boolean => MAY_BE.test(text);

/** Whether a comment says that something has to be done before the launch, or that it only plays at it. */
export const isNote = (comment: string): boolean => {
  const text = comment.slice(0, 400);
  return MAY_BE.test(text) && (ORDERS.some((one) => one.test(text)) || PLAYED.some((one) => one.test(text)));
};

const OBJECT_ID = /^(?:_?id|pk|uuid|uid|guid|.{1,60}(?:Id|ID|Ids|IDs|_id|_ids|Uuid|UUID|_uuid|Uid))$/;
const NO_OBJECT_ID =
  /(?:url|slug|share|short|public|invite|external|session|request|trace|token|client|transaction|receipt|payment_?intent|charge)_?id$/i;

/** Whether a column tells a row from the others by something that others can learn or try: no e-mail address, no slug, no token. */
export const isObjectId = (column: string): boolean => OBJECT_ID.test(column) && !NO_OBJECT_ID.test(column);

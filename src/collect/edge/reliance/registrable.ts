/** Zones below a country's that registries sell names in, beside those of the country itself (IANA root zone database and the registries' own pages). */
const SECOND =
  /^(?:(?:co|org|me|ltd|plc)\.uk|(?:com|net|org|id)\.au|(?:co|net|org)\.nz|(?:co|org|web|net)\.za|(?:com|net|org|art|blog|app|dev)\.br|(?:co|ne|or)\.(?:jp|kr)|(?:co|net|org|firm|gen|ind)\.in|(?:com|net|org)\.(?:mx|ar|co|pe|ve|ec|uy|py|tr|cn|hk|tw|sg|my|ph|vn|ua|pl|pk|eg|sa|ng|bd|np|lk|kh)|(?:co|or|go)\.th|(?:co|web|my)\.id|(?:co|org)\.il|(?:co|or)\.at|(?:co|or)\.ke|com\.(?:es|pt|fr|gr|cy|mt|ro|hr|ru|gh))$/;
/** Nobody can register there, or not everybody (RFC 2606, RFC 6761, RFC 7686, ICANN's sponsored ones). */
const CLOSED =
  /^(?:arpa|test|example|invalid|localhost|local|internal|home|lan|corp|onion|alt|gov|mil|edu|int|post|museum)$/;

/** The name that somebody would register to own `host`, and the zone in which; null where nobody can. */
export const registrableOf = (host: string): { domain: string; zone: string } | null => {
  const labels = host.split('.');
  const top = labels.at(-1) ?? '';
  const two = labels.slice(-2).join('.');
  const depth = SECOND.test(two) ? 2 : 1;
  if (labels.length <= depth || CLOSED.test(top)) return null;
  const zone = labels.slice(-depth).join('.');
  const domain = labels.slice(-depth - 1).join('.');
  // Registries keep these for documentation (RFC 2606 3); a label with an underscore is nothing that is sold.
  if (/^example\.(?:com|net|org)$/.test(domain) || /_/.test(labels.at(-depth - 1) ?? '')) return null;
  return { domain, zone };
};

const MOST_TEXT = 100_000;

interface Group {
  agents: string[];
  shut: boolean;
  allows: boolean;
}

/** RFC 9309: the group for all robots forbids everything and allows nothing, and Google has no group of its own that lets it in. */
export const shutsAll = (text: string): boolean => {
  const groups: Group[] = [];
  let isNaming = false;
  for (const line of text
    .replace(/^\uFEFF/, '')
    .slice(0, MOST_TEXT)
    .split(/\r\n?|\n/)) {
    const [, name = '', rest = ''] = /^\s*([A-Za-z-]+)\s*:([^#]*)/.exec(line) ?? [];
    const value = rest.trim();
    const field = name.toLowerCase();
    if (field === 'user-agent') {
      if (!isNaming) groups.push({ agents: [], shut: false, allows: false });
      groups.at(-1)?.agents.push(value.toLowerCase());
      isNaming = true;
    } else if (field === 'disallow' || field === 'allow') {
      isNaming = false;
      const group = groups.at(-1);
      if (group === undefined) continue;
      if (field === 'disallow' && (value === '/' || value === '/*')) group.shut = true;
      if (field === 'allow' && value !== '') group.allows = true;
    }
  }
  const isShut = (agent: string): boolean | null => {
    const own = groups.filter(({ agents }) => agents.includes(agent));
    return own.length === 0 ? null : own.some(({ shut }) => shut) && !own.some(({ allows }) => allows);
  };
  return isShut('*') === true && isShut('googlebot') !== false;
};

import { quoted } from '../sandbox/database.ts';
import { IDS } from './actors.ts';
import { ACTORS, inTransaction } from './transaction.ts';
import { proof, tooMuch } from './proof.ts';
import { attempt, type Trial } from './trial.ts';
import type { Part } from './views.ts';

/** Puts a file of A into each bucket and reads, replaces and deletes it as B and as a visitor; and uploads. */
export const proveBuckets = async ({ database, catalog, structures, proving, proofs }: Part): Promise<void> => {
  for (const { name } of catalog.buckets) {
    proving.begins(`proof bucket ${name}`);
    if (proving.skip.has(`bucket ${name}`)) {
      proofs.push(tooMuch({ subject: name, on: 'bucket' }));
      continue;
    }
    await inTransaction(database, structures, async () => {
      const path = `${IDS.a}/paper.pdf`;
      const where = `bucket_id = ${quoted(name)} and name = ${quoted(path)}`;
      const row = (file: string): string =>
        `insert into storage.objects (bucket_id, name, owner, owner_id, metadata) values (${quoted(name)}, ${quoted(file)}, ${quoted(IDS.a)}, ${quoted(IDS.a)}, '{"size": 1}')`;
      await database.run(row(path));
      const ways: readonly {
        verb: 'read' | 'change' | 'delete' | 'forge';
        sql: string;
        after?: string;
        isOpen(rows: number, after: readonly unknown[]): boolean;
      }[] = [
        { verb: 'read', sql: `select name from storage.objects where ${where}`, isOpen: (rows) => rows > 0 },
        {
          verb: 'change',
          sql: `update storage.objects set metadata = '{"size": 2}' where ${where}`,
          after: `select 1 from storage.objects where ${where} and metadata ->> 'size' = '2'`,
          isOpen: (_, after) => after.length > 0,
        },
        {
          verb: 'delete',
          sql: `delete from storage.objects where ${where}`,
          after: `select 1 from storage.objects where ${where}`,
          isOpen: (_, after) => after.length === 0,
        },
        {
          verb: 'forge',
          sql: row(`${IDS.a}/by-b.pdf`)
            .replace(', owner, owner_id', '')
            .replace(`, ${quoted(IDS.a)}, ${quoted(IDS.a)}`, ''),
          after: `select 1 from storage.objects where name = ${quoted(`${IDS.a}/by-b.pdf`)}`,
          isOpen: (_, after) => after.length > 0,
        },
      ];
      for (const actor of ACTORS) {
        for (const { verb, sql, after, ...way } of ways) {
          const base = { subject: name, on: 'bucket' as const, verb, actor, sql };
          const trial: Trial = { actor, sql, ...(after === undefined ? {} : { after }) };
          const tried = await attempt(database, trial);
          if (!tried.ok) proofs.push(proof({ ...base, reason: tried.reason }, tried.denied ? 'closed' : 'unproven'));
          else
            proofs.push(
              way.isOpen(tried.rows.length, tried.after)
                ? proof({ ...base, shown: verb === 'forge' ? `${IDS.a}/by-b.pdf` : path }, 'open')
                : proof(base, 'closed'),
            );
        }
      }
    });
  }
};

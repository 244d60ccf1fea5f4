import { ExportPerson, type PersonalRowsView, SERVICES, type ServiceName, inService } from '@bookable/contracts-operations';
import { newId } from '@bookable/kernel';
import { Bus } from '@bookable/platform-bus';
import { runInContext } from '@bookable/platform-context';
import { Clock } from '@bookable/platform-runtime';
import { Storage } from '@bookable/platform-storage';
import { Injectable } from '@nestjs/common';
import type { ArchivedPart } from './write-archive';

/** Told after each service; stops the work by throwing. */
export type Progress = (servicesDone: number) => Promise<void>;

/** Asks every service for what it keeps of a person, and finds the files that belong to it. */
@Injectable()
export class GatherPerson {
  constructor(
    private readonly bus: Bus,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /** A folder for each service with a list for each table, then the files, and at the end a word about all of it. */
  async *partsOf(personId: string, progress: Progress): AsyncGenerator<ArchivedPart> {
    const files = new Set<string>();
    const withheld: Record<string, Record<string, string>> = {};
    for (const [index, service] of SERVICES.entries()) {
      const found = await this.ask(service, personId);
      withheld[service] = Object.fromEntries(found.withheld.map(({ table, because }) => [table, because]));
      for (const table of found.tables) yield { name: `${service}/${table}.json`, isCompressed: false, pieces: this.rowsOf(service, personId, table, files) };
      await progress(index + 1);
    }
    for (const key of files) {
      const file = await this.storage.get(key);
      if (file) yield { name: `files/${key}`, isCompressed: true, pieces: file.stream as AsyncIterable<Buffer> };
    }
    const about = { personId, gatheredAt: this.clock.now().toISOString(), services: SERVICES, withheld };
    yield { name: 'about.json', isCompressed: false, pieces: once(JSON.stringify(about, undefined, 2)) };
  }

  private async *rowsOf(service: ServiceName, personId: string, table: string, files: Set<string>): AsyncGenerator<Buffer> {
    let separator = '[\n';
    for (let after: string | null | undefined; after !== null; ) {
      const page: PersonalRowsView = await this.ask(service, personId, table, after);
      for (const key of page.files) files.add(key);
      for (const row of page.rows) {
        yield Buffer.from(`${separator}${JSON.stringify(row)}`);
        separator = ',\n';
      }
      after = page.after;
    }
    yield Buffer.from(separator === '[\n' ? '[]\n' : '\n]\n');
  }

  /** On behalf of the person, so that each service hands out what is theirs and refuses everything else. */
  private ask(service: ServiceName, personId: string, table?: string, after?: string): Promise<PersonalRowsView> {
    const request = { service, personId, ...(table && { table }), ...(after && { after }) };
    return runInContext({ requestId: newId(), actor: { userId: personId, roles: [] } }, () => this.bus.request(inService(ExportPerson, service), request));
  }
}

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

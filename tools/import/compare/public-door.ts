import { setTimeout as pause } from 'node:timers/promises';

/** One listing as a stranger finds it. */
export interface FoundStay {
  readonly id: string;
  readonly title: string;
  readonly location: { readonly city: string; readonly lat: number; readonly lng: number };
  readonly quote?: { readonly total: { readonly amount: number; readonly currency: string }; readonly available: boolean } | null;
}

interface Page {
  readonly items: readonly FoundStay[];
  readonly nextCursor: string | null;
}

const LIMITS = [100, 37, 20, 63];

/** The search as anybody reaches it: without an account, page by page to the end. */
export class PublicDoor {
  private asked = 0;

  constructor(
    private readonly url: string,
    private readonly cities: readonly string[],
  ) {}

  /** Everything a search finds in these cities, whatever else the platform has elsewhere; how many go on a page changes from search to search, so that pages end at different places. */
  async findAll(parameters: Readonly<Record<string, string>>): Promise<FoundStay[]> {
    const limit = String(LIMITS[this.asked++ % LIMITS.length]);
    const found: FoundStay[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = new URLSearchParams({ ...parameters, limit, ...(cursor && { cursor }) });
      const page: Page = await this.page(query);
      found.push(...page.items.filter(({ location }) => 'city' in parameters || this.cities.includes(location.city)));
      cursor = page.nextCursor;
    }
    return found;
  }

  private async page(query: URLSearchParams): Promise<Page> {
    for (;;) {
      const response = await fetch(new URL(`/api/listings?${query}`, this.url));
      if (response.ok) return (await response.json()) as Page;
      const text = await response.text();
      if (response.status !== 429 && response.status !== 503) throw new Error(`A search was answered ${response.status}: ?${query}\n${text}`);
      await pause(Math.max(1, Number(response.headers.get('retry-after'))) * 1_000);
    }
  }
}

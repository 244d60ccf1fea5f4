/** Upper bounds of the buckets, in seconds. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** Stands in no label. */
const BETWEEN = '\0';

/** How often something took how long, under one set of labels. Whoever measures the same thing often keeps it. */
export class TimeSeries {
  private readonly buckets = new Float64Array(BOUNDS.length + 1);
  private sumSeconds = 0;

  observe(seconds: number): void {
    let bucket = 0;
    while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]!) bucket += 1;
    this.buckets[bucket]! += 1;
    this.sumSeconds += seconds;
  }

  /** Lines of Prometheus' text format; each bucket counts those below it too. */
  lines(name: string, labels: string): string[] {
    let count = 0;
    const buckets = Array.from(this.buckets, (more, index) => `${name}_bucket{le="${BOUNDS[index] ?? '+Inf'}",${labels}} ${(count += more)}`);
    return [...buckets, `${name}_sum{${labels}} ${this.sumSeconds}`, `${name}_count{${labels}} ${count}`];
  }
}

/**
 * A histogram of durations that costs next to nothing where it is measured: it counts in plain numbers and becomes text
 * only when somebody collects. (The one of prom-client checks and hashes all labels each time, 2 µs a request.)
 */
export class TimeHistogram {
  private readonly all = new Map<string, TimeSeries>();

  constructor(
    private readonly name: string,
    private readonly help: string,
    private readonly labelNames: readonly string[],
  ) {}

  /** The series of these label values, in the order of the names. */
  series(...values: readonly (string | number)[]): TimeSeries {
    const key = values.join(BETWEEN);
    let series = this.all.get(key);
    if (!series) this.all.set(key, (series = new TimeSeries()));
    return series;
  }

  /** Everything, in Prometheus' text format. */
  text(): string {
    const lines = [...this.all].flatMap(([key, series]) => series.lines(this.name, this.labelsOf(key)));
    return [`# HELP ${this.name} ${this.help}`, `# TYPE ${this.name} histogram`, ...lines, ''].join('\n');
  }

  private labelsOf(key: string): string {
    return key.split(BETWEEN).map((value, index) => `${this.labelNames[index]!}="${escaped(value)}"`).join(',');
  }
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

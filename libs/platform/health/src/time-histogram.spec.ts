import { TimeHistogram } from './time-histogram';

describe('a histogram of durations', () => {
  const lines = (histogram: TimeHistogram) => histogram.text().split('\n');

  it('counts each duration in its bucket and in all above it', () => {
    const histogram = new TimeHistogram('seconds', 'How long.', ['service', 'status']);
    for (const seconds of [0.0005, 0.003, 99]) histogram.series('gateway', 302).observe(seconds);
    const bucket = (le: string) => lines(histogram).find((line) => line.startsWith(`seconds_bucket{le="${le}",`));
    expect(lines(histogram).slice(0, 2)).toEqual(['# HELP seconds How long.', '# TYPE seconds histogram']);
    expect(bucket('0.0005')).toBe('seconds_bucket{le="0.0005",service="gateway",status="302"} 1');
    expect([bucket('0.0025'), bucket('0.005'), bucket('10'), bucket('+Inf')].map((line) => line?.split(' ').at(-1))).toEqual(['1', '2', '2', '3']);
    expect(lines(histogram)).toContain('seconds_count{service="gateway",status="302"} 3');
    expect(lines(histogram)).toContain('seconds_sum{service="gateway",status="302"} 99.0035');
  });

  it('keeps one series for each set of labels, whatever is in them', () => {
    const histogram = new TimeHistogram('seconds', 'How long.', ['topic']);
    expect(histogram.series('a')).toBe(histogram.series('a'));
    histogram.series('a"\\\n').observe(1);
    expect(lines(histogram)).toContain('seconds_count{topic="a\\"\\\\\\n"} 1');
  });
});

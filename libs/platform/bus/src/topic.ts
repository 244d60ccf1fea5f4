/** The service that answers a call: the first segment of the topic. */
export function serviceOf(topic: string): string {
  const end = topic.indexOf('.');
  return end < 0 ? topic : topic.slice(0, end);
}

/** Whether a pattern takes in a topic, as AMQP says it: `*` is one segment, `#` any number of segments. */
export function topicMatches(pattern: string, topic: string): boolean {
  return segmentsMatch(pattern.split('.'), topic.split('.'));
}

function segmentsMatch(pattern: readonly string[], topic: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return topic.length === 0;
  if (first === '#') return topic.some((_, skipped) => segmentsMatch(rest, topic.slice(skipped))) || segmentsMatch(rest, []);
  return topic.length > 0 && (first === '*' || first === topic[0]) && segmentsMatch(rest, topic.slice(1));
}

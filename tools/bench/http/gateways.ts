/** The doors of a cluster with two gateways: the second one listens behind the first. */
export function doorsOf(url: string): readonly [string, string] {
  const second = new URL(url);
  second.port = String(Number(second.port) + 1);
  return [url, second.origin];
}

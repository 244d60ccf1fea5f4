/** Origins of others, however close their names come to ours; `own` is the one that is let in. */
export function foreignOrigins(own: string): string[] {
  const { host, hostname, port, protocol } = new URL(own);
  const other = protocol === 'http:' ? 'https:' : 'http:';
  const names = [
    'evil.example', `${hostname}.evil.example`, `evil-${hostname}`, `evil${hostname}`, `${hostname}evil.example`, `sub.${hostname}`, `${hostname}.`, `${hostname}%2eevil.example`, `${hostname}_.evil.example`,
    `user@${hostname}`, `${hostname}@evil.example`, `${hostname}%00.evil.example`, `evil.example#${hostname}`, `evil.example?${hostname}`, `evil.example/${hostname}`, `${hostname}\\.evil.example`, '127.0.0.1.evil.example',
    '127.1', '0.0.0.0', '[::1]', '[::ffff:127.0.0.1]', '2130706433', 'localhost.localdomain', 'xn--lcalhost-1sb',
  ];
  const withPorts = names.flatMap((name) => [`${protocol}//${name}`, `${protocol}//${name}:${port}`, `${other}//${name}`]);
  const oddities = [
    'null', 'NULL', '', '*', 'undefined', own.toUpperCase(), `${own}/`, `${own}/api`, ` ${own}x`, `${own},https://evil.example`, `${own} https://evil.example`, `${other}//${host}`, `${protocol}//${hostname}:1`,
    `${protocol}//${hostname}:${port}0`, host, `//${host}`, 'file://', 'data:text/html,x', 'javascript:alert(1)', `blob:${own}/x`, `chrome-extension://${hostname}`, `ws://${host}`, `${protocol}${host}`, 'https://', 'http://a b',
  ];
  return [...withPorts, ...oddities];
}

/** Which methods an address knows, so that a wrong one can be told from a wrong address. */
export type MethodsAt = (path: string) => readonly string[];

/** Reads the answer from the routes; only asked where nothing matched, so it need not be fast. */
export function methodsAt(routes: readonly { readonly method: string; readonly path: string }[]): MethodsAt {
  const patterns = routes.map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')}$`) }));
  return (path) => [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
}

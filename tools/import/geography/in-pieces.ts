/** Cuts a list into pieces, in its order: of so many at most, and of so many bytes of JSON at most where more than one fit. */
export function* inPiecesOf<One>(all: readonly One[], most: number, mostBytes: number): Generator<One[]> {
  let piece: One[] = [];
  let bytes = 0;
  for (const one of all) {
    const size = Buffer.byteLength(JSON.stringify(one));
    if (piece.length > 0 && (piece.length === most || bytes + size > mostBytes)) {
      yield piece;
      [piece, bytes] = [[], 0];
    }
    piece.push(one);
    bytes += size;
  }
  if (piece.length > 0) yield piece;
}

/** What is sent in the place of a body, and what is to come of it whatever the operation. */
export interface RawFault {
  readonly what: string;
  readonly text: string | Uint8Array;
  readonly contentType: string;
  readonly status: number;
}

const JSON_TYPE = 'application/json';
const BOUNDARY = 'multipart/form-data; boundary=x';

function repeatedFirst(right: object): string {
  const [first = 'a'] = Object.keys(right);
  return `{${JSON.stringify(first)}:1,${JSON.stringify(right).slice(1)}`;
}

const withFirst = (right: object, json: string) => JSON.stringify(right).replace(/^\{("[^"]+"):/, `{"surplus":${json},$1:`);

/** Bodies that are no JSON, no UTF-8, no object, or no body that this operation takes; `right` is one that it does. */
export function rawFaults(right: object): RawFault[] {
  const broken: [string, string | Uint8Array][] = [
    ['cut short', JSON.stringify(right).slice(0, -1)], ['a single brace', '{'], ['not JSON', 'a=b'], ['two bodies', `${JSON.stringify(right)}{}`], ['a trailing comma', '{"a":1,}'],
    ['single quotes', "{'a':1}"], ['NaN', '{"a":NaN}'], ['a list', '[]'], ['a text', '"text"'], ['a number', '1'], ['true', 'true'],
    ['a list of bodies', JSON.stringify([right])],
    ['a name given twice', repeatedFirst(right)], ['a way to the prototype', withFirst(right, '1').replace('surplus', '__proto__')],
    ['a way to the constructor', withFirst(right, '{"prototype":{"admin":true}}').replace('surplus', 'constructor')],
    ['an escaped way to the prototype', withFirst(right, '{"admin":true}').replace('surplus', '\\u005f_proto__')],
    ['an endless number', withFirst(right, '1e999')], ['a very deep nesting', withFirst(right, `${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
    ['a NUL in a name', withFirst(right, '1').replace('surplus', 'sur\\u0000plus')], ['half a surrogate pair', withFirst(right, '"\\ud83d"')],
    ['a raw control character', withFirst(right, '"\u0001"')], ['bytes that are not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['UTF-16', new Uint8Array(Buffer.from(JSON.stringify(right), 'utf16le'))],
  ];
  const foreign: [string, string][] = [
    ['application/x-www-form-urlencoded', 'a=b'], ['text/plain', JSON.stringify(right)], ['text/xml', '<a/>'], ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    [BOUNDARY, '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'], ['application/octet-stream', '\u0001'], ['nonsense', '{}'], ['application/json5', '{}'],
    ['application/graphql', '{ me }'],
  ];
  return [
    ...broken.map(([what, text]) => ({ what, text, contentType: JSON_TYPE, status: 400 })),
    ...foreign.map(([contentType, text]) => ({ what: contentType, text, contentType, status: 415 })),
    { what: 'more than is read', text: `{"a":"${'x'.repeat(1_100_000)}"}`, contentType: JSON_TYPE, status: 413 },
  ];
}

const part = (name: string, text: string, more = '') => `--x\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`;
const file = (name: string, text: string, type = 'image/png') => part(name, text, `; filename="../../etc/passwd"\r\ncontent-type: ${type}`);

/** Uploads that are none, or not of pictures; `field` is what files come under. */
export function uploadFaults(field: string): RawFault[] {
  const broken: [string, string, number][] = [
    ['no part', '--x--\r\n', 400], ['nothing', '', 400], ['no end', file(field, 'x'), 400], ['a file of another name', `${file('other', 'x')}--x--\r\n`, 400],
    ['a text in the place of the file', `${part(field, 'x')}--x--\r\n`, 400], ['an empty file', `${file(field, '')}--x--\r\n`, 400],
    ['a page', `${file(field, '<script>1</script>', 'text/html')}--x--\r\n`, 415], ['a drawing with a script', `${file(field, '<svg onload="1"/>', 'image/svg+xml')}--x--\r\n`, 415],
  ];
  return [
    ...broken.map(([what, text, status]) => ({ what, text, contentType: BOUNDARY, status })),
    { what: 'no boundary', text: file(field, 'x'), contentType: 'multipart/form-data', status: 400 },
    { what: 'JSON', text: '{}', contentType: JSON_TYPE, status: 415 },
    { what: 'another media type', text: 'x', contentType: 'image/png', status: 415 },
  ];
}

/** Texts that have broken programs before: for parsers, databases, files, shells, spreadsheets and prototypes. */
export const hostileTexts: readonly string[] = [
  '\0', 'a\0b', '\ud800', 'x\udfff', '\ufeff', '\u202e', 'é'.normalize('NFD'), '٣', '💥', ' ', '',
  "'; drop table tenant; --", "' or '1'='1", '1)) union select null--', '$1', '%', '_', '\\', '\\x00', '"', "'", '`', ';',
  '../../../../etc/passwd', '..\\..\\windows\\win.ini', '/etc/passwd', 'file:///etc/passwd', 'C:\\', 'con', '.', '..', '~', '%2e%2e%2f', '%00', '%c0%ae%c0%ae/',
  'http://127.0.0.1:1/', 'http://169.254.169.254/latest/meta-data', 'javascript:alert(1)', 'data:text/html,x', '//example.vn',
  '=1+1', '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(A1)', '\t=1', '\r\nset-cookie: a=b', '<script>alert(1)</script>', '${7*7}', '{{7*7}}', '#{7*7}', '$(id)', '| id', '&& id',
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'constructor.prototype', '__proto__.polluted',
  '{}', '[]', '[', '{', 'null', '[null]', '["x","y","z"]', '[1,2,3,4,5,6]', 'true', 'NaN', 'Infinity', '1e999', '1e400', '-0', '0x10', '9'.repeat(400), '1/0', '1/3', '0.1',
  '0000-00-00', '0001-01-01', '9999-12-31', '2026-02-30', '+275760-09-13', '2026-13-01', '2026-11-20T00:00:00Z',
  'A'.repeat(2_000), 'ạ'.repeat(20_000), `${'a'.repeat(200)}!`, `${'1'.repeat(100)}x`, `${' '.repeat(5_000)}x`, '\n'.repeat(3_000), '('.repeat(3_000), `${'-'.repeat(2_000)}=`,
]

export const hostileNumbers: readonly number[] = [-1, 0, -0, 0.5, 1.5, 255, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, -(2 ** 31) - 1, 1e21, 1e308, -1e308, 5e-324]

/** A list in a list, so many times. */
export function nested(depth: number): unknown {
  return JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown
}

const many = Array.from({ length: 3_000 }, (_, at) => at)

/** Values of every kind where another kind is expected. */
export const hostileValues: readonly unknown[] = [
  null, true, false, [], {}, [[]], [null], many, nested(31), nested(40), nested(3_000),
  { __proto__: null, toString: 1 }, JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'), { length: 2 ** 32 }, JSON.parse('{"then":1,"toJSON":1}'),
  ...hostileTexts, ...hostileNumbers,
]

/** Bodies that are not what `application/json` promises, or only nearly. */
export const brokenJson: readonly (string | Buffer)[] = [
  '', ' ', '{', '}', '[', '"', '{"a"', '{"a":}', "{'a':1}", '{"a":1,}', '[1,]', 'undefined', 'NaN', '{"a":NaN}', '01', '1e400', '-', '"\\ud800"', '"\\u0000"', 'null', 'true', '[]', '{}', '0', '"x"',
  '{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '{"a":{"__proto__":{"polluted":1}}}', '{"\\u005f_proto__":{"polluted":1}}',
  '{"a":1,"a":2}', '\ufeff{}', '/* */{}', '{}{}', '{"a":'.repeat(50_000), '['.repeat(200_000), `{"a":"${'x'.repeat(1_000_000)}"}`, `{"a":"${'x'.repeat(1_100_000)}"}`,
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), Buffer.from([0xed, 0xa0, 0x80]),
]

/** Bodies of a form with files, whole and broken; the program takes none. */
export const brokenMultipart: readonly string[] = [
  '--x\r\ncontent-disposition: form-data; name="file"; filename="../../a.xlsx"\r\n\r\nx\r\n--x--\r\n',
  '--x\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\npolluted\r\n--x--\r\n',
  '--x\r\n', '--x--', '--y\r\n\r\n--y--', `--x\r\n${'a: b\r\n'.repeat(5_000)}\r\n--x--`, '',
]

export const contentTypes: readonly string[] = [
  'text/plain', 'text/html', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'multipart/form-data', 'application/json; charset=utf-16', 'application/json; charset=__proto__',
  'application/jsonp', 'APPLICATION/JSON', 'application/json, text/plain', 'application/octet-stream', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'x', '', ';', '/', 'application/json; boundary="', `application/${'x'.repeat(2_000)}`,
]

import { expect, test } from 'vitest';
import { decode } from '../../src/host/node.ts';

const text = '\ufeff@book{größe}';
const littleEndian = Buffer.from(text, 'utf16le');

test.each<[string, Buffer, object]>([
  ['UTF-8', Buffer.from('größe'), { text: 'größe' }],
  ['UTF-8 with its mark', Buffer.from(text), { text }],
  ['Latin-1', Buffer.from('größe', 'latin1'), { text: 'gr\ufffd\ufffde', invalidAt: 2 }],
  ['UTF-16, little end first', littleEndian, { text, invalidAt: 0 }],
  ['UTF-16, big end first', Buffer.from(littleEndian).swap16(), { text, invalidAt: 0 }],
])('%s', (_, bytes, expected) => {
  expect(decode(bytes)).toEqual(expected);
});

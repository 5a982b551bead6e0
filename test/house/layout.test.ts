import { expect, it } from 'vitest';
import { sourceFiles } from './sourceFiles.ts';

const mostLines = 300;

it('keeps files short', () => {
  const longer = sourceFiles.filter(({ text }) => text.split('\n').length > mostLines).map(({ path }) => path);
  expect(longer).toEqual([]);
});

it('has no room for what has no name', () => {
  const nameless = sourceFiles.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|commons?|misc)(\/|\.|$)/i.test(path));
  expect(nameless).toEqual([]);
});

it('leaves nothing for later', () => {
  const later = sourceFiles
    .filter(({ path }) => path !== 'test/house/layout.test.ts')
    .filter(({ text }) => /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)/.test(text));
  expect(later.map(({ path }) => path)).toEqual([]);
});

it('makes no request but over the wire, and no script from text', () => {
  const socket = /\bWebSocket\b/;
  const network =
    /\b(EventSource|sendBeacon|RTCPeerConnection|importScripts)\b|\beval\(|new Function\(|https?:\/\/(?!127\.0\.0\.1|\$\{host\}|www\.w3\.org|json-schema\.org)/;
  const found = sourceFiles
    .filter(({ path }) => /^(shared|electron|renderer|resources)\//.test(path))
    .flatMap(({ path, text }) => {
      const isForbidden = (one: string) => network.test(one) || (!/^(electron|renderer)\/wire\//.test(path) && socket.test(one));
      const line = text.split('\n').find((one) => isForbidden(one) && !/^\s*(\/\/|\*|\/\*)/.test(one));
      return line ? [`${path}: ${line.trim()}`] : [];
    });
  expect(found).toEqual([]);
});

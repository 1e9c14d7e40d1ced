import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cultureDateFormat } from '../../src/domain/culture-date.ts';

const AFTERNOON = new Date('2018-11-01T17:37:08Z');

const CULTURES = [
  ['en-US', '11/1/2018 5:37:08 PM'],
  ['en-GB', '01/11/2018 17:37:08'],
  ['fr-FR', '01/11/2018 17:37:08'],
  ['fr_FR.UTF-8', '01/11/2018 17:37:08'],
  ['de-DE', '01.11.2018 17:37:08'],
  ['sv-SE', '2018-11-01 17:37:08'],
  ['ja-JP', '2018/11/01 17:37:08'],
  ['th-TH', '1/11/2561 17:37:08'],
] as const;

for (const [culture, expected] of CULTURES) {
  test(`a date in ${culture} is the short date with a four-digit year, a blank and the long time`, () => {
    assert.equal(cultureDateFormat(culture, 'UTC')(AFTERNOON), expected);
  });
}

for (const culture of ['', 'C', 'POSIX', 'C.UTF-8', 'en_US.UTF-8', 'en-US-POSIX', 'not a culture', 'xx-YY']) {
  test(`the invariant or unknown culture "${culture}" uses en-US formats`, () => {
    assert.equal(cultureDateFormat(culture, 'UTC')(AFTERNOON), '11/1/2018 5:37:08 PM');
  });
}

test('digits are Latin and no direction mark or unusual blank is left, in every culture', () => {
  for (const culture of ['ar-EG', 'fa-IR', 'he-IL', 'bg-BG', 'en-US', 'fr-CA', 'hi-IN']) {
    const text = cultureDateFormat(culture, 'UTC')(AFTERNOON);
    assert.match(text, /37:08|37 min 08/, culture);
    assert.doesNotMatch(text, /[\u00a0\u061c\u2009\u200e\u200f\u202f]/, culture);
  }
});

test('midnight and noon are 12, in a named time zone', () => {
  const format = cultureDateFormat('en-US', 'America/Los_Angeles');
  assert.equal(format(new Date('2019-07-04T07:00:00Z')), '7/4/2019 12:00:00 AM');
  assert.equal(format(new Date('2019-01-04T20:05:09Z')), '1/4/2019 12:05:09 PM');
});

test('without a time zone the en-US format agrees with the one of ICU for any time', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const [own, icu] = [cultureDateFormat('en-US'), cultureDateFormat('en-US', timeZone)];
  const anyDate = fc.date({ min: new Date('1971-01-02'), max: new Date('2099-12-30'), noInvalidDate: true });
  fc.assert(fc.property(anyDate, (date) => assert.equal(own(date), icu(date))));
});

import { invalidInput } from '../errors.js';
import { listOf, members } from '../calendar/json-shape.js';
import { minutesOf, type ClockTime } from '../calendar/clock-time.js';
import { dayNumber } from '../calendar/calendar-day.js';
import { parseWeeklyHours, parseWindows, type ClockWindow, type WeeklyHours } from '../calendar/weekly-hours.js';

/** What a whole number of a setting counts. */
type SettingUnit = 'MINUTES' | 'DAYS' | 'WORKING_DAYS' | 'MONTHS' | 'YEARS' | 'DAY_OF_MONTH' | 'PERCENT' | 'COUNT';

/** The form of a setting's value, as plain data that a client can build an input from. */
type SettingForm =
  | { readonly kind: 'INTEGER'; readonly unit: SettingUnit; readonly min: number; readonly max: number }
  | { readonly kind: 'DECIMAL'; readonly unit: 'MONEY' | 'PERCENT'; readonly max: number; readonly scale: number }
  | { readonly kind: 'BOOLEAN' | 'TIME' | 'MONTH_DAY' | 'DAY_WINDOWS' | 'WEEKLY_HOURS' }
  | { readonly kind: 'TEXT'; readonly max: number }
  | { readonly kind: 'ENUM'; readonly options: readonly string[] }
  | { readonly kind: 'SET'; readonly options: readonly string[]; readonly min: number }
  | { readonly kind: 'LIST'; readonly of: SettingForm; readonly min: number; readonly max: number }
  | { readonly kind: 'NULLABLE'; readonly of: SettingForm }
  | { readonly kind: 'TEXT_BY_NAME'; readonly names: readonly string[]; readonly max: number }
  | { readonly kind: 'FIELDS'; readonly fields: Readonly<Record<string, SettingForm>> };

/** A form and the reading of JSON into it. */
export interface SettingShape<T> {
  readonly form: SettingForm;
  /** @throws INVALID_INPUT with the path of what does not fit */
  readonly parse: (path: string, json: unknown) => T;
}

export const integer = (unit: SettingUnit, min: number, max: number): SettingShape<number> => ({
  form: { kind: 'INTEGER', unit, min, max },
  parse: (path, json) => {
    if (typeof json === 'number' && Number.isInteger(json) && json >= min && json <= max) return json;
    throw invalidInput(path, `must be a whole number from ${min} to ${max}`);
  },
});

/** A number from 0 as text, such as `1200.50`, with at most `scale` digits after the point. */
export const decimal = (unit: 'MONEY' | 'PERCENT', max: number, scale: 1 | 2): SettingShape<string> => ({
  form: { kind: 'DECIMAL', unit, max, scale },
  parse: (path, json) => {
    const pattern = scale === 1 ? /^(?:0|[1-9]\d{0,11})(?:\.\d)?$/ : /^(?:0|[1-9]\d{0,11})(?:\.\d{1,2})?$/;
    if (typeof json === 'string' && pattern.test(json) && Number(json) <= max) return json;
    throw invalidInput(path, `must be a decimal as text, from 0 to ${max}, with at most ${scale} decimals`);
  },
});

export const flag: SettingShape<boolean> = {
  form: { kind: 'BOOLEAN' },
  parse: (path, json) => {
    if (typeof json === 'boolean') return json;
    throw invalidInput(path, 'must be true or false');
  },
};

/** One line of text, not blank, without control characters. */
export const text = (max: number): SettingShape<string> => ({
  form: { kind: 'TEXT', max },
  parse: (path, json) => {
    if (typeof json === 'string' && json.trim() !== '' && json.length <= max && !/\p{Cc}/u.test(json)) return json;
    throw invalidInput(path, `must be one line of text of at most ${max} characters`);
  },
});

export const choice = <const O extends string>(...options: readonly O[]): SettingShape<O> => ({
  form: { kind: 'ENUM', options },
  parse: (path, json) => {
    const found = options.find((option) => option === json);
    if (found !== undefined) return found;
    throw invalidInput(path, 'must be one of the options', { options });
  },
});

/** Some of the options, each at most once, kept in the given order. */
export const choices = <const O extends string>(options: readonly O[], min: number): SettingShape<readonly O[]> => {
  const one = choice(...options);
  return {
    form: { kind: 'SET', options, min },
    parse: (path, json) => {
      const found = listOf(path, json, min, options.length).map((each, i) => one.parse(`${path}.${i}`, each));
      if (new Set(found).size < found.length) throw invalidInput(path, 'must not name an option twice');
      return found;
    },
  };
};

export const list = <T>(of: SettingShape<T>, min: number, max: number): SettingShape<readonly T[]> => ({
  form: { kind: 'LIST', of: of.form, min, max },
  parse: (path, json) => listOf(path, json, min, max).map((each, i) => of.parse(`${path}.${i}`, each)),
});

export const nullable = <T>(of: SettingShape<T>): SettingShape<T | null> => ({
  form: { kind: 'NULLABLE', of: of.form },
  parse: (path, json) => (json === null ? null : of.parse(path, json)),
});

/** Texts for some of the names. */
export const textByName = <const N extends string>(
  names: readonly N[],
  max: number,
): SettingShape<Readonly<Partial<Record<N, string>>>> => ({
  form: { kind: 'TEXT_BY_NAME', names, max },
  parse: (path, json) => {
    const given = Object.entries(members(path, json, [], names));
    return Object.fromEntries(given.map(([name, each]) => [name, text(max).parse(`${path}.${name}`, each)])) as Partial<
      Record<N, string>
    >;
  },
});

/** An object of exactly these fields. */
export const fields = <F extends Readonly<Record<string, SettingShape<unknown>>>>(
  shapes: F,
): SettingShape<{ readonly [N in keyof F]: F[N] extends SettingShape<infer T> ? T : never }> => ({
  form: { kind: 'FIELDS', fields: Object.fromEntries(Object.entries(shapes).map(([name, { form }]) => [name, form])) },
  parse: (path, json) => {
    const given = members(path, json, Object.keys(shapes));
    const read = Object.entries(shapes).map(([name, shape]) => [name, shape.parse(`${path}.${name}`, given[name])]);
    return Object.fromEntries(read) as { readonly [N in keyof F]: F[N] extends SettingShape<infer T> ? T : never };
  },
});

/** A shape that refuses values which do not make sense as a whole; `refusal` says why, or null. */
export const sensible = <T>(of: SettingShape<T>, refusal: (value: T) => string | null): SettingShape<T> => ({
  form: of.form,
  parse: (path, json) => {
    const value = of.parse(path, json);
    const why = refusal(value);
    if (why !== null) throw invalidInput(path, why);
    return value;
  },
});

/** A time of day before 24:00. */
export const timeOfDay: SettingShape<ClockTime> = {
  form: { kind: 'TIME' },
  parse: (path, json) => {
    if (json === '24:00') throw invalidInput(path, 'must lie before 24:00');
    const time = typeof json === 'string' ? json : '';
    minutesOf(time, path);
    return time;
  },
};

/** A day of every year, `MM-DD`; 29 February is none. */
export const monthDay: SettingShape<string> = {
  form: { kind: 'MONTH_DAY' },
  parse: (path, json) => {
    const day = typeof json === 'string' ? json : '';
    dayNumber(`2001-${day}`, path);
    return day;
  },
};

/** Windows that hold on every day alike. */
export const dayWindows: SettingShape<readonly ClockWindow[]> = {
  form: { kind: 'DAY_WINDOWS' },
  parse: (path, json) => {
    const windows = parseWindows(path, json);
    const [first, last] = [windows[0], windows.at(-1)];
    if (first && last && minutesOf(last.to) < minutesOf(last.from) && minutesOf(last.to) > minutesOf(first.from))
      throw invalidInput(path, 'must not run over midnight into its own first window');
    return windows;
  },
};

/** Hours of a week with holidays and make-up days. */
export const weeklyHours: SettingShape<WeeklyHours> = { form: { kind: 'WEEKLY_HOURS' }, parse: parseWeeklyHours };

/** What the verbs of services, the team and resources take. */
import { z } from 'zod'
import {
  Amount,
  Day,
  decimal,
  Email,
  Id,
  Instant,
  Paging,
  text,
  translated,
} from '../../platform/values/shapes.ts'
import { vatClasses } from '../catalog/values.ts'
import { assignments, memberHoursModes, weekdays } from './values.ts'

const minutesOfDay = 24 * 60

function isTimeZone(name: string): boolean {
  // Offsets are no zones: they know no clock changes.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const TimeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Must be a time zone such as Europe/Athens.')
  .meta({ description: 'A time zone of the IANA database.' })

const From = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Must be a time such as 09:00.')
const To = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Must be a time such as 17:00; 24:00 is the end of the day.')

type Ends = { from: string; to: string }
const endsAfter = { error: 'Must be after `from`.', path: ['to'] }
const isForward = ({ from, to }: Ends) => to > from

const Days = z.array(z.enum(weekdays)).min(1).max(7)
const Stretch = z.strictObject({ from: From, to: To }).refine(isForward, endsAfter)
const Weekly = z.strictObject({ days: Days, from: From, to: To }).refine(isForward, endsAfter)
export const Hours = z.array(Weekly).max(100).meta({ id: 'WeeklyHours' })
export const Overrides = z
  .array(z.strictObject({ date: Day, hours: z.array(Stretch).max(20) }))
  .max(400)
  .refine((list) => new Set(list.map(({ date }) => date)).size === list.length, 'A day may be named once.')
  .meta({ id: 'DayHours', description: 'Each replaces its whole day; no hours close it.' })

const HorizonShape = z.union([
  z.strictObject({
    days: z.int().min(0).max(730),
    kind: z.enum(['calendar', 'business', 'bookable']).default('calendar'),
  }),
  z
    .strictObject({ from: Day, to: Day })
    .refine(({ from, to }) => to >= from, { error: 'Must not be before `from`.', path: ['to'] }),
])

const HolidayShape = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z
    .string()
    .regex(/^[A-Za-z0-9]{1,8}$/)
    .optional(),
  isClosed: z.boolean().default(true),
})

const limit = z.int().min(0).max(100_000).nullable()
const Limited = { dailyLimit: limit, dailyMinutesLimit: limit, weeklyLimit: limit }

const label = translated(80).optional()
const hasSurcharge = (rule: { percent?: string; amount?: string }) =>
  rule.percent !== undefined || rule.amount !== undefined
const needsSurcharge = { error: 'Needs a percent or an amount.', path: ['percent'] }
const surcharge = { percent: decimal(4).optional(), amount: Amount.optional(), label }

const Rule = z.union([
  z.strictObject({
    kind: z.literal('overage'),
    afterMinutes: z.int().min(0).max(100_000),
    perMinutes: z.int().min(1).max(10_000),
    amount: Amount,
    label,
  }),
  z
    .strictObject({
      kind: z.literal('peak'),
      days: Days.default([...weekdays]),
      from: From,
      to: To,
      ...surcharge,
    })
    .refine(isForward, endsAfter)
    .refine(hasSurcharge, needsSurcharge),
  z
    .strictObject({ kind: z.literal('weekend'), days: Days.optional(), ...surcharge })
    .refine(hasSurcharge, needsSurcharge),
  z.strictObject({ kind: z.literal('holiday'), ...surcharge }).refine(hasSurcharge, needsSurcharge),
  z.strictObject({
    kind: z.literal('emergency'),
    withinMinutes: z.int().min(1).max(525_600),
    multiplier: z
      .string()
      .regex(/^\d{1,2}(\.\d{1,4})?$/)
      .refine((value) => Number(value) >= 1, 'Must be 1 or more.'),
    label,
  }),
  z.strictObject({
    kind: z.literal('travel'),
    zones: z
      .array(z.strictObject({ postalCodes: z.array(text(16)).min(1).max(500), amount: Amount }))
      .min(1)
      .max(50),
    label,
  }),
])

const Price = z
  .strictObject({
    base: Amount.optional(),
    hourly: Amount.optional(),
    rules: z.array(Rule).max(50).optional(),
  })
  .refine(({ base, hourly }) => base !== undefined || hourly !== undefined, {
    error: 'Needs a base price or an hourly rate.',
    path: ['base'],
  })
  .meta({ id: 'ServicePrice' })

const QuestionShape = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/),
  label: translated(200),
  kind: z.enum(['text', 'longText', 'number', 'choice', 'yesNo', 'date']),
  isRequired: z.boolean().default(false),
  choices: z.array(translated(120)).min(1).max(50).optional(),
})

const minutes = (most: number, least = 0) => z.int().min(least).max(most)

const ServiceFields = z.strictObject({
  name: translated(160),
  description: translated(8000),
  category: translated(120),
  position: z.int().min(0).max(100_000),
  isBookable: z.boolean(),
  durationMinutes: minutes(7 * minutesOfDay, 1),
  maxDurationMinutes: minutes(7 * minutesOfDay, 1).nullable(),
  slotStepMinutes: minutes(7 * minutesOfDay, 1),
  bufferBeforeMinutes: minutes(2 * minutesOfDay),
  bufferAfterMinutes: minutes(2 * minutesOfDay),
  minimumNoticeMinutes: minutes(525_600),
  horizon: HorizonShape.nullable(),
  capacity: z.int().min(1).max(1_000),
  ...Limited,
  timeZone: TimeZone,
  hours: Hours.nullable(),
  overrides: Overrides,
  holidays: HolidayShape.nullable(),
  memberHours: z.enum(memberHoursModes),
  assignment: z.enum(assignments),
  memberIds: z.array(Id).max(200),
  resources: z.array(z.strictObject({ anyOf: z.array(Id).min(1).max(50) })).max(5),
  requiresConfirmation: z.boolean(),
  price: Price,
  vatClass: z.enum(vatClasses),
  cancellation: z
    .strictObject({
      freeUntilMinutes: minutes(525_600).default(0),
      feePercent: decimal(4)
        .refine((value) => Number(value) <= 100, 'At most 100.')
        .default('0'),
      latestMinutes: minutes(525_600).default(0),
    })
    .nullable(),
  questions: z.array(QuestionShape).max(40),
  sla: z
    .strictObject({
      firstAnswerMinutes: minutes(525_600, 1).optional(),
      updateMinutes: minutes(525_600, 1).optional(),
      solutionMinutes: minutes(525_600, 1).optional(),
    })
    .nullable(),
})

export const CreateService = ServiceFields.partial()
  .required({ name: true, durationMinutes: true })
  .meta({ id: 'CreateService' })
export const UpdateService = ServiceFields.partial().meta({ id: 'UpdateService' })
export type ServiceInput = z.output<typeof UpdateService>

export const ListServices = Paging.extend({
  q: z.string().trim().max(120).optional(),
  /** `archived` for the house. */
  scope: z.enum(['open', 'archived']).default('open'),
  memberId: Id.optional(),
  translations: z.literal('all').optional(),
})
export type ListServices = z.output<typeof ListServices>

const TimeOffShape = z
  .strictObject({ from: Instant, to: Instant, reason: text(200).optional() })
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), endsAfter)
const TravelShape = z
  .strictObject({ from: Day, to: Day, timeZone: TimeZone })
  .refine(({ from, to }) => to >= from, { error: 'Must not be before `from`.', path: ['to'] })

const MemberFields = z.strictObject({
  name: text(120),
  email: Email.nullable(),
  /** The account they work with; must be a member of the organisation. */
  userId: Id.nullable(),
  timeZone: TimeZone.nullable(),
  hours: Hours.nullable(),
  overrides: Overrides,
  timeOff: z.array(TimeOffShape).max(500),
  travel: z.array(TravelShape).max(200),
  ...Limited,
  skills: z.array(text(60)).max(50),
})
export const CreateTeamMember = MemberFields.partial()
  .required({ name: true })
  .meta({ id: 'CreateTeamMember' })
export const UpdateTeamMember = MemberFields.partial().meta({ id: 'UpdateTeamMember' })

export const ListTeam = Paging.extend({
  q: z.string().trim().max(120).optional(),
  scope: z.enum(['open', 'archived']).default('open'),
})
export type ListTeam = z.output<typeof ListTeam>

export const ReplaceBusyTimes = z
  .strictObject({
    source: text(200),
    times: z
      .array(
        z
          .strictObject({ from: Instant, to: Instant })
          .refine(({ from, to }) => Date.parse(to) > Date.parse(from), endsAfter),
      )
      .max(5_000),
  })
  .meta({ id: 'ReplaceBusyTimes' })

const ResourceFields = z.strictObject({ name: translated(160), kind: text(40) })
export const CreateResource = ResourceFields.partial().required({ name: true }).meta({ id: 'CreateResource' })
export const UpdateResource = ResourceFields.partial().meta({ id: 'UpdateResource' })

/** The people of the demo's service company, and the rooms and vans they share. */
import { weekdays, type Weekday } from '../../../modules/services/values.ts'
import type { Translated } from '../../../platform/values/shapes.ts'

export type DemoMember = {
  key: string
  name: string
  email: string
  skills: string[]
  hours: Week[]
  dailyLimit?: number
  /** The demo account they sign in with. */
  account?: string
  /** Days from today, both included. */
  away?: { from: number; to: number; reason: string }
}

type Week = { days: Weekday[]; from: string; to: string }

const workdays = (from: string, to: string): Week => ({ days: weekdays.slice(0, 5), from, to })
const saturday = (from: string, to: string): Week => ({ days: ['sa'], from, to })

export const demoTeam: DemoMember[] = [
  {
    key: 'lefteris',
    name: 'Λευτέρης Κάλλιας',
    email: 'member@demo.test',
    account: 'member@demo.test',
    skills: ['accounting', 'payroll'],
    hours: [workdays('09:00', '14:00'), workdays('14:30', '17:30')],
  },
  {
    key: 'katerina',
    name: 'Κατερίνα Μελά',
    email: 'katerina.mela@demo.test',
    skills: ['tax', 'accounting'],
    hours: [workdays('10:00', '18:00')],
    away: { from: 8, to: 10, reason: 'Σεμινάριο' },
  },
  {
    key: 'eleni',
    name: 'Ελένη Βασιλάκη',
    email: 'eleni.vasilaki@demo.test',
    skills: ['cleaning'],
    hours: [workdays('08:00', '16:00'), saturday('09:00', '14:00')],
  },
  {
    key: 'dina',
    name: 'Ντίνα Κόλλια',
    email: 'dina.kollia@demo.test',
    skills: ['cleaning'],
    hours: [workdays('12:00', '20:00')],
  },
  {
    key: 'giorgos',
    name: 'Γιώργος Τσάκαλος',
    email: 'giorgos.tsakalos@demo.test',
    skills: ['plumbing'],
    hours: [workdays('08:00', '18:00'), saturday('09:00', '13:00')],
    dailyLimit: 5,
  },
  {
    key: 'petros',
    name: 'Πέτρος Ανυφαντής',
    email: 'petros.anyfantis@demo.test',
    skills: ['electrics', 'airConditioning'],
    hours: [workdays('08:30', '16:30')],
  },
  {
    key: 'markos',
    name: 'Μάρκος Ιωαννίδης',
    email: 'markos.ioannidis@demo.test',
    skills: ['airConditioning', 'plumbing'],
    hours: [workdays('10:00', '19:00')],
    away: { from: 3, to: 5, reason: 'Άδεια' },
  },
]

export const demoResources: { key: string; kind: string; name: Translated }[] = [
  { key: 'room', kind: 'room', name: { el: 'Αίθουσα συσκέψεων', en: 'Meeting room' } },
  { key: 'van1', kind: 'van', name: { el: 'Βαν 1', en: 'Van 1' } },
  { key: 'van2', kind: 'van', name: { el: 'Βαν 2', en: 'Van 2' } },
]

/** Local days and times as plain numbers: a day is counted from 1970-01-01, a time of the wall in milliseconds from there. */
import { type Weekday, weekdays } from '../values.ts'

export const minuteMs = 60_000
export const dayMs = 86_400_000

/** `2026-06-13` as a number; days follow each other by one. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
export const dayText = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

export const dayOf = (local: number): number => Math.floor(local / dayMs)

/** 0 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
export const weekdayName = (day: number): Weekday => weekdays[weekdayOf(day)]!
/** The Monday of its week. */
export const weekOf = (day: number): number => day - weekdayOf(day)

/** `09:30` in minutes from midnight; `24:00` is 1440. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

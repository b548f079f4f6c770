/** The names of all messages as a type, so that a wrong name fails the compiler. */
import type { Message } from './message.ts'

/** Filled in by `src/messages.ts`, one line for each room that has texts: this file may not look upwards. */
// eslint-disable-next-line typescript/no-empty-object-type
export interface MessageRooms {}

type KeysOf<File> = { [Section in keyof File]: keyof File[Section] }[keyof File] & string

/** `'<room>.<key>'`, where the room is the module's folder or `ui`. */
export type MessageKey = {
  [Room in keyof MessageRooms & string]: `${Room}.${KeysOf<MessageRooms[Room]>}`
}[keyof MessageRooms & string]

/** Messages by `'<room>.<key>'` in one language. */
export type Messages = Record<string, Message>

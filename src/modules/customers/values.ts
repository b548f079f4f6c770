/** What stands in the JSON columns of customers. */

export type Contact = { name: string; role?: string; email?: string; phone?: string }

/** An address in a list of electronic addresses (EAS), such as 9933 for Greek VAT numbers. */
export type ElectronicAddress = { scheme: string; id: string }

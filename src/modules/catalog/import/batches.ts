/** A file's products in batches, numbered in the file's order, from any place on. */
import type { Outcome, ProductFile } from './read-products.ts'

export type Numbered = { position: number; outcome: Outcome }

export async function* batchesOf(file: ProductFile, size: number, from: number): AsyncGenerator<Numbered[]> {
  let batch: Numbered[] = []
  let position = 0
  for await (const outcome of file.products()) {
    if (position >= from) batch.push({ position, outcome })
    position++
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

/** What a coloured thing wants to say. */
export type Tone = 'neutral' | 'olive' | 'good' | 'warn' | 'bad' | 'info'

import { z } from 'zod'

/**
 * Why somebody wrote what their profession usually does not. `later`: there was no time to say it; it is asked again.
 *
 * These words are stored in the journal: adding is safe, renaming is not.
 */
export const DutyReason = z.enum(['asked', 'nobody-else', 'relief', 'other', 'later'])
export type DutyReason = z.infer<typeof DutyReason>

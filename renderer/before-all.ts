import { z } from 'zod'
import { allowOnlyOurOwn } from './trusted-types.ts'

// Imported before anything else, because schemas and components are made while modules load: the page's
// policy allows no `new Function`, which zod would ask for, and React Aria writes through the default policy.
z.config({ jitless: true })
allowOnlyOurOwn()

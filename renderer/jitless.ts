import { z } from 'zod';

// The content security policy forbids compiled validators; this has to be said before the first schema is made, so it is imported first.
z.config({ jitless: true });

import { createClient } from '@daily-papers/store/client.ts'
import { createQuestions } from '@daily-papers/store/create-questions.ts'

/** The table that the environment names, as our handler reads it. */
export const openStore = () => createQuestions(createClient(), process.env.TABLE_NAME ?? '')

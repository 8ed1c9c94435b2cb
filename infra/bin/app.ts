import { createApp } from '../src/app.ts'
import { runApp } from '../src/context.ts'

runApp(createApp)
